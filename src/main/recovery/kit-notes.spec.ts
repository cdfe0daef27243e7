import { expect, it } from 'vitest';
import type { ProfileView } from '../../contract/ipc/snapshot';
import type { KitNote } from '../settings/preferences-schema';
import { createKitNotes } from './kit-notes';
import { SAMPLE_CONTENT } from './spec-support/sample-kit';

const setUp = () => {
  let kits: readonly KitNote[] = [];
  let changes = 0;
  const notes = createKitNotes({
    preferences: { kits: () => kits, setKits: async (next) => void (kits = next) },
    changed: () => void (changes += 1),
  });
  return { notes, kits: () => kits, changes: () => changes };
};

const [test] = SAMPLE_CONTENT.data!.tests;
const profileAt = (takenAt: number): ProfileView => ({
  status: 'ready',
  profile: { test: { ...test!, takenAt }, count: 1 },
  source: 'service',
});

it('tells of the newest kit, and whether a newer test is missing in it', async () => {
  const { notes, changes } = setUp();
  await notes.hasKit('a', { madeAt: 500, newestTestAt: 100 });
  await notes.hasKit('a', { madeAt: 400, newestTestAt: 50 });
  expect(notes.view('a', profileAt(100)).kit).toEqual({ madeAt: 500, isOutdated: false });
  expect(notes.view('a', profileAt(101)).kit).toEqual({ madeAt: 500, isOutdated: true });
  expect(notes.view('a', { status: 'loading' }).kit?.isOutdated).toBe(false);
  expect(changes()).toBe(1);
});

it('never calls a kit outdated that carries no tests', async () => {
  const { notes } = setUp();
  await notes.hasKit('a', { madeAt: 500, newestTestAt: null });
  expect(notes.view('a', profileAt(900)).kit?.isOutdated).toBe(false);
});

it('reminds each user on their own, and only with something to lose', async () => {
  const { notes } = setUp();
  expect(notes.view(null, profileAt(1)).isReminderDue).toBe(false);
  expect(notes.view('a', { status: 'none' }).isReminderDue).toBe(false);
  await notes.dismissReminder('a');
  expect(notes.view('a', profileAt(1)).isReminderDue).toBe(false);
  expect(notes.view('b', profileAt(1)).isReminderDue).toBe(true);
  await notes.hasKit('a', { madeAt: 7, newestTestAt: 1 });
  await notes.dismissReminder('a');
  expect(notes.view('a', profileAt(1)).kit).toEqual({ madeAt: 7, isOutdated: false });
});

it('forgets who is not kept here any more', async () => {
  const { notes, kits } = setUp();
  await notes.hasKit('a', { madeAt: 1, newestTestAt: 1 });
  await notes.hasKit('b', { madeAt: 2, newestTestAt: 1 });
  await notes.keepOnly(['b', 'c']);
  expect(kits().map(({ userId }) => userId)).toEqual(['b']);
});
