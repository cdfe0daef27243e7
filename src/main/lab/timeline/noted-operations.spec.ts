import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LabOutcomeView } from '../../../contract/ipc/lab/outcome';
import { createJournal } from '../../journal/journal';
import { stillClock } from '../../secrets/spec-support/store-bench';
import type { LabId } from '../../secrets/stored-records';
import { noteOperations } from './noted-operations';

const ended = (type: LabOutcomeView['type'], code: LabOutcomeView['code'] = null) =>
  Promise.resolve({ type, code, ms: 4 });

const setUp = () => {
  const journal = createJournal({ clock: stillClock });
  const keys = [randomUUID(), randomUUID()];
  const ids = keys.map((key) => ({ key, anonymousId: randomUUID() }) as unknown as LabId);
  const succeed = () => ended('Success');
  const noted = noteOperations({
    journal,
    table: { ids: () => ids },
    swap: { byKey: () => ended('Failure', 'session/unknown-id'), text: () => ended('Skipped') },
    session: {
      logout: succeed,
      expireToken: succeed,
      refuseNextRefresh: succeed,
      reload: succeed,
      deleteUser: succeed,
      cancel: succeed,
    },
  });
  return { journal, keys, ids, noted };
};

describe('what a tester does', () => {
  it('stands in the journal by row, and never by id or key', async () => {
    const { journal, keys, ids, noted } = setUp();
    expect(await noted.swap.byKey(keys[1]!)).toMatchObject({ code: 'session/unknown-id' });
    await noted.swap.text(ids[0]!.anonymousId);
    await noted.swap.byKey(randomUUID());
    expect(journal.events()).toMatchObject([
      { operation: 'swap', row: 2, outcome: 'session/unknown-id', ms: 4 },
      { operation: 'swap', row: null, outcome: 'Skipped' },
      { operation: 'swap', row: null },
    ]);
    const text = JSON.stringify(journal.events());
    for (const { key, anonymousId } of ids) {
      expect(text).not.toContain(key);
      expect(text).not.toContain(anonymousId);
    }
  });

  it('is told of every control of the session', async () => {
    const { journal, noted } = setUp();
    for (const control of Object.values(noted.session)) await control();
    expect(journal.events().map((event) => ('operation' in event ? event.operation : ''))).toEqual([
      'logout',
      'expire-token',
      'refuse-refresh',
      'reload',
      'delete-user',
      'cancel',
    ]);
  });
});
