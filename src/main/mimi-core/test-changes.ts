import { AppError } from '../../contract/errors';
import type { HearingTest } from '../../hearing/hearing-test';
import type { RecordsChange } from './record-changes';
import {
  isSameOwner,
  type OutboxEntry,
  type Owner,
  type ServiceId,
  type SessionRecords,
} from './records';

/** The test an entry is about; null for other work. */
const testIdOf = (entry: OutboxEntry): string | null => {
  switch (entry.type) {
    case 'hearing-test':
      return entry.test.id;
    case 'delete-hearing-test':
      return entry.testId;
    case 'revoke':
    case 'year-of-birth':
    case 'association':
    case 'dissociation':
      return null;
    default:
      return entry satisfies never;
  }
};

/** More could make the records too big to be read again. */
const MAX_QUEUED_TESTS = 500;

const assertRoom = ({ outbox }: SessionRecords): void => {
  const queued = outbox.filter((entry) => testIdOf(entry) !== null);
  if (queued.length >= MAX_QUEUED_TESTS) throw new AppError('secrets/write-failed');
};

/** The changes about hearing tests, as pure functions for one durable step each. */
export const createTestChanges = (service: ServiceId, newId: () => string) => {
  const isKnown = ({ current, kept }: SessionRecords, owner: Owner): boolean =>
    (current !== null && isSameOwner(current, owner)) || kept.some((k) => isSameOwner(k, owner));

  /** Queues a hearing test of a user whose id is kept here. Errors: session/no-user. */
  const submitTest =
    (userId: string, test: HearingTest): RecordsChange =>
    (records) => {
      const entry = { entryId: newId(), service, userId, type: 'hearing-test' as const, test };
      // Of somebody removed meanwhile it could never be sent.
      if (!isKnown(records, entry)) throw new AppError('session/no-user');
      assertRoom(records);
      return { ...records, outbox: [...records.outbox, entry] };
    };

  /** Queues the deletion of a hearing test, in place of its submission: that may have been sent or not. */
  const deleteTest =
    (userId: string, testId: string): RecordsChange =>
    (records) => {
      const type = 'delete-hearing-test' as const;
      const entry = { entryId: newId(), service, userId, type, testId };
      const others = records.outbox.filter((e) => !isSameOwner(e, entry) || testIdOf(e) !== testId);
      assertRoom({ ...records, outbox: others });
      return { ...records, outbox: [...others, entry] };
    };

  return { submitTest, deleteTest };
};
