import { AppError, toAppError } from '../../contract/errors';
import type { RecordStore, RecordsRead } from './ports';
import { currentFor, pendingFor, publishedUser } from './record-changes';
import { EMPTY_RECORDS, type ServiceId } from './records';
import type { Session } from './session';
import type { BlockCause } from './session-view';

/** What is left to do in the background once the records were read. */
export type AfterRestoring = 'nothing' | 'log-in-again' | 'register-pending';

const BLOCKS: Record<Exclude<RecordsRead['status'], 'absent' | 'present'>, BlockCause> = {
  locked: 'secrets/locked',
  unreadable: 'secrets/unreadable',
  'newer-version': 'secrets/newer-version',
};

const readRecords = async (records: RecordStore): Promise<RecordsRead> => {
  try {
    return await records.read();
  } catch {
    // A store that cannot even tell is as good as one whose content cannot be read: nothing is created.
    return { status: 'unreadable' };
  }
};

/** Takes a session from Restoring to where the records say it was. Needs no network. */
export const restoreSession = async (
  session: Session,
  store: RecordStore,
  service: ServiceId,
): Promise<AfterRestoring> => {
  const read = await readRecords(store);
  if (read.status !== 'absent' && read.status !== 'present') {
    const blockedBy = BLOCKS[read.status];
    session.adopt(blockedBy);
    session.take('restored', 'not-readable', { cause: new AppError(blockedBy) });
    return 'nothing';
  }
  const records = read.status === 'present' ? read.records : EMPTY_RECORDS;
  session.adopt(records);
  const current = currentFor(records, service);
  if (current !== null && current.signedOut === null) {
    const user = publishedUser(current);
    session.take('restored', current.tokens === null ? 'id-without-session' : 'session', { user });
    return current.tokens === null ? 'log-in-again' : 'nothing';
  }
  // A creation begun after the last session ended; logging out gives up any earlier one.
  const pending = pendingFor(records, service) !== null;
  session.take('restored', pending ? 'pending' : 'nobody');
  return pending ? 'register-pending' : 'nothing';
};

/** One silent login for an id that has no session; observers learn how it ended. */
export const logInSilently = async (session: Session, renew: () => Promise<string>) => {
  try {
    await renew();
    session.take('reloaded', 'confirmed');
  } catch (thrown) {
    session.take('reload-failed', 'asked', { cause: toAppError(thrown) });
  }
};
