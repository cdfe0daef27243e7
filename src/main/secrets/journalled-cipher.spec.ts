import { describe, expect, it } from 'vitest';
import { journalEventSchema } from '../journal/journal-events';
import { createFakeClock } from '../mimi-core/spec-support/fake-clock';
import { CipherError, type KeyCipher } from './cipher';
import { createJournalledCipher } from './journalled-cipher';
import type { SecretEvent } from './secret-events';

const setUp = (overrides: Partial<KeyCipher> = {}) => {
  const events: SecretEvent[] = [];
  const cipher: KeyCipher = {
    availability: async () => 'available',
    wrap: async (key) => Buffer.concat([Buffer.from('wrapped'), key]),
    unwrap: async () => ({ key: Buffer.alloc(32, 7), rewrap: false }),
    ...overrides,
  };
  const journal = (event: SecretEvent): void => void events.push(event);
  const clock = createFakeClock();
  return { events, clock, told: createJournalledCipher({ cipher, clock, journal }) };
};

describe('the keyring as the journal sees it', () => {
  it('answers what it answered, and tells how without the key', async () => {
    const { told, events } = setUp();
    expect(await told.availability()).toBe('available');
    expect((await told.wrap(Buffer.from('k'))).toString()).toBe('wrappedk');
    expect((await told.unwrap(Buffer.from('w'))).key).toEqual(Buffer.alloc(32, 7));
    const base = { type: 'secrets/keyring', ms: 0 };
    expect(events).toEqual([
      { ...base, call: 'availability', outcome: 'available' },
      { ...base, call: 'wrap', outcome: 'done' },
      { ...base, call: 'unwrap', outcome: 'done' },
    ]);
    for (const event of events) expect(journalEventSchema.parse(event)).toEqual(event);
  });

  it.each(['locked', 'cannot-decrypt'] as const)('passes on that it is %s', async (reason) => {
    const { told, events } = setUp({ unwrap: () => Promise.reject(new CipherError(reason)) });
    await expect(told.unwrap(Buffer.alloc(1))).rejects.toMatchObject({ reason });
    expect(events).toMatchObject([{ call: 'unwrap', outcome: reason }]);
  });

  it('tells how long a person was asked', async () => {
    const { told, events, clock } = setUp({
      wrap: (key) => new Promise((resolve) => clock.after(3_000, () => resolve(key))),
    });
    await clock.until(told.wrap(Buffer.alloc(1)));
    expect(events).toMatchObject([{ call: 'wrap', ms: 3_000 }]);
  });
});
