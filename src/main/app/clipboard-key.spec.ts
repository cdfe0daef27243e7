import { expect, it } from 'vitest';
import type { AnonymousId } from '../../contract/anonymous-id';
import { createClipboardKey } from './clipboard-key';

const ID = '3f1d2c4b-5a69-4788-9900-aabbccddeeff' as AnonymousId;

const setUp = () => {
  let text = '';
  let due: (() => void) | null = null;
  const desktop = {
    readClipboard: async () => text,
    writeClipboard: async (value: string) => void (text = value),
  };
  const after = (_ms: number, callback: () => void) => {
    due = callback;
    return () => void (due = null);
  };
  return {
    key: createClipboardKey(desktop, { after }),
    read: () => text,
    personCopies: (value: string) => void (text = value),
    minuteLater: async () => {
      due?.();
      await new Promise(setImmediate);
    },
    isTimerSet: () => due !== null,
  };
};

it('takes the key off the clipboard after a minute', async () => {
  const { key, read, minuteLater } = setUp();
  await key.copy(ID);
  expect(read()).toBe(ID);
  await minuteLater();
  expect(read()).toBe('');
});

it('leaves what the person copied meanwhile', async () => {
  const { key, read, personCopies, minuteLater } = setUp();
  await key.copy(ID);
  personCopies('a poem');
  await minuteLater();
  expect(read()).toBe('a poem');
});

it('leaves the last copy of a removed key alone', async () => {
  const { key, read, isTimerSet } = setUp();
  await key.copy(ID);
  key.release();
  await key.clear();
  expect(isTimerSet()).toBe(false);
  expect(read()).toBe(ID);
});

it('clears at once when the app quits, and only once', async () => {
  const { key, read, isTimerSet, personCopies } = setUp();
  await key.copy(ID);
  await key.clear();
  expect(read()).toBe('');
  expect(isTimerSet()).toBe(false);
  personCopies(ID);
  await key.clear();
  expect(read()).toBe(ID);
});
