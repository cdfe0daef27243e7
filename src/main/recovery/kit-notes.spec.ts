import { expect, it } from 'vitest';
import type { ProfileView } from '../../contract/ipc/snapshot';
import { kitNoteSchema, type KitNote } from '../settings/preferences-schema';
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

const NOW = 1_000;

it('tells of the newest kit, and whether a newer test is missing in it', async () => {
  const { notes, changes } = setUp();
  await notes.hasKit('a', { madeAt: 500, newestTestAt: 100 }, NOW);
  await notes.hasKit('a', { madeAt: 400, newestTestAt: 50 }, NOW);
  expect(notes.view('a', profileAt(100)).kit).toEqual({ madeAt: 500, isOutdated: false });
  expect(notes.view('a', profileAt(101)).kit).toEqual({ madeAt: 500, isOutdated: true });
  expect(notes.view('a', { status: 'loading' }).kit?.isOutdated).toBe(false);
  expect(changes()).toBe(1);
});

it('takes a kit made after the clock was set right again for the newest', async () => {
  const { notes } = setUp();
  await notes.hasKit('a', { madeAt: 9_000, newestTestAt: 1 }, 9_000);
  await notes.hasKit('a', { madeAt: NOW, newestTestAt: 2 }, NOW);
  expect(notes.view('a', profileAt(2)).kit).toEqual({ madeAt: NOW, isOutdated: false });
});

it('never calls a kit outdated that carries no tests', async () => {
  const { notes } = setUp();
  await notes.hasKit('a', { madeAt: 500, newestTestAt: null }, NOW);
  expect(notes.view('a', profileAt(900)).kit?.isOutdated).toBe(false);
});

it('reminds each user on their own, and only with something to lose', async () => {
  const { notes } = setUp();
  expect(notes.view(null, profileAt(1)).isReminderDue).toBe(false);
  expect(notes.view('a', { status: 'none' }).isReminderDue).toBe(false);
  await notes.dismissReminder('a');
  expect(notes.view('a', profileAt(1)).isReminderDue).toBe(false);
  expect(notes.view('b', profileAt(1)).isReminderDue).toBe(true);
  await notes.hasKit('a', { madeAt: 7, newestTestAt: 1 }, NOW);
  await notes.dismissReminder('a');
  expect(notes.view('a', profileAt(1)).kit).toEqual({ madeAt: 7, isOutdated: false });
});

it('has a last step once: seen, only the quiet reminder is left, until a kit or a refusal', async () => {
  const { notes, kits, changes } = setUp();
  const due = { kit: null, isReminderDue: true, isLastStep: true };
  expect(notes.view('a', { status: 'loading' }).isLastStep).toBe(false);
  expect(notes.view('a', profileAt(1))).toEqual(due);
  await notes.lastStepSeen('a');
  expect(notes.view('a', profileAt(1))).toEqual({ ...due, isLastStep: false });
  expect(notes.view('a', { status: 'loading' }).isReminderDue).toBe(false);
  expect(notes.view('b', profileAt(1))).toEqual(due);
  await notes.lastStepSeen('a');
  expect(changes()).toBe(1);
  // As they lie on the disk, so after a restart.
  expect(kits().map((note) => kitNoteSchema.parse(note))).toEqual(kits());

  await notes.dismissReminder('a');
  await notes.lastStepSeen('a');
  const over = { kit: null, isReminderDue: false, isLastStep: false };
  expect(notes.view('a', profileAt(1))).toEqual(over);
  await notes.lastStepSeen('b');
  await notes.hasKit('b', { madeAt: 7, newestTestAt: 1 }, NOW);
  await notes.lastStepSeen('b');
  expect(notes.view('b', profileAt(1))).toEqual({ ...over, kit: { madeAt: 7, isOutdated: false } });
});

it('forgets who is not kept here any more', async () => {
  const { notes, kits } = setUp();
  await notes.hasKit('a', { madeAt: 1, newestTestAt: 1 }, NOW);
  await notes.hasKit('b', { madeAt: 2, newestTestAt: 1 }, NOW);
  await notes.keepOnly(['b', 'c']);
  expect(kits().map(({ userId }) => userId)).toEqual(['b']);
});
