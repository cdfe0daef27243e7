import { AppError, type ErrorCode } from '../../contract/errors';
import type { LoadingState, MimiUser, MimiUserState } from '../../contract/mimi-user';
import { createObservable, type MimiObservable } from './observable';
import { ownRecords, type OwnRecords } from './own-records';
import type { MimiCorePorts } from './ports';
import { createRecordChanges, type RecordChanges, type RecordsChange } from './record-changes';
import { EMPTY_RECORDS, type CurrentUser, type ServiceId, type SessionRecords } from './records';
import {
  findRow,
  type GuardOf,
  type SessionEvent,
  type SessionRow,
  type SessionState,
} from './session-table';
import { isSameView, viewSession, type BlockCause, type SessionView } from './session-view';

/** What a transition may bring along for its observers. */
export interface Outcome {
  readonly user?: MimiUser;
  readonly cause?: AppError;
}

/** The session's state in one place: every change goes through `take`, every durable one through `update`. */
export interface Session {
  /** The service in use. */
  readonly service: ServiceId;
  readonly state: SessionState;
  /** Grows whenever somebody else may be current. */
  readonly epoch: number;
  /** The last row taken. */
  readonly lastRow: string | null;
  readonly blockedBy: BlockCause | null;
  readonly records: SessionRecords;
  /** What of the records belongs to that service. */
  readonly own: OwnRecords;
  readonly changes: RecordChanges;
  readonly user: MimiUser | null;
  readonly mimiUser: MimiObservable<MimiUserState>;
  readonly view: MimiObservable<SessionView>;
  /** Fires when the session is disposed of. */
  readonly ended: AbortSignal;
  take<E extends SessionEvent>(event: E, guard: GuardOf<E>, outcome?: Outcome): void;
  /** Makes a change durable, then visible. Errors: secrets/*, session/disposed. */
  readonly update: (change: RecordsChange) => Promise<SessionRecords>;
  /** Takes what was read from disk, or why it could not be. */
  adopt(read: SessionRecords | BlockCause): void;
  /** Notes how the last request to the service ended; null: well. */
  readonly noteService: (trouble: ErrorCode | null) => void;
}

/** The record of who is logged in, for disk and observers alike. Errors: session/no-user. */
export const requireCurrent = ({ user, own: { current } }: Session): CurrentUser => {
  const isSame = current !== null && current.userId === user?.userId;
  if (!isSame || current.signedOut !== null) throw new AppError('session/no-user');
  return current;
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The user's next published state. */
const publication = (
  { value, loading }: NonNullable<SessionRow['publishes']>,
  before: MimiUserState,
  { user, cause = new AppError('session/invariant-violation') }: Outcome,
): MimiUserState => {
  const values = { nobody: null, unchanged: before.value, given: user ?? before.value };
  const done: LoadingState = { type: 'Done' };
  const failure: LoadingState = { type: 'Failure', cause };
  const loadings = {
    unchanged: before.loadingState,
    InProgress: { type: 'InProgress' as const },
    Done: done,
    Failure: failure,
    FailureIfNobody: before.value === null ? failure : done,
  };
  return { value: values[value], loadingState: loadings[loading], version: before.version + 1 };
};

/**
 * Creates a session in state Stopped; nothing is read or sent before the table is told to start.
 * `changed` is called after every transition and every durable change.
 */
export const createSession = (ports: MimiCorePorts, changed: () => void): Session => {
  const end = new AbortController();
  const service = ports.service.id;
  let serviceTrouble: ErrorCode | null = null;
  const mimiUser = createObservable<MimiUserState>({
    value: null,
    loadingState: { type: 'InProgress' },
    version: 0,
  });

  const currentView = (): SessionView => {
    const { state, blockedBy, user, own } = session;
    const loading = mimiUser.state.loadingState;
    return viewSession({ state, blockedBy, user, own, loading, serviceTrouble });
  };

  const refreshView = (): void => {
    const next = currentView();
    if (!isSameView(view.state, next)) view.publish(next);
  };

  const publish = (next: MimiUserState): void => {
    mimiUser.publish(next);
    const { version, value, loadingState } = next;
    const loading = loadingState.type;
    ports.journal({ type: 'session/published', version, loading, hasUser: value !== null });
  };

  const stateAfter = (to: SessionRow['to']): SessionState => {
    if (to === 'same') return session.state;
    if (to !== 'rest') return to;
    if (session.user !== null) return 'Active';
    return session.blockedBy === null ? 'NoUser' : 'Blocked';
  };

  const finish = (): void => {
    end.abort(new AppError('session/disposed'));
    mimiUser.complete();
    view.complete();
  };

  const assertRunning = (): void => {
    if (session.state === 'Disposed') throw new AppError('session/disposed');
  };

  const setRecords = (records: SessionRecords): void => {
    session.records = records;
    session.own = ownRecords(records, service);
  };

  const session: Mutable<Session> = {
    service,
    state: 'Stopped',
    epoch: 0,
    lastRow: null,
    blockedBy: null,
    records: EMPTY_RECORDS,
    own: ownRecords(EMPTY_RECORDS, service),
    changes: createRecordChanges(service, ports.randomUUID),
    get user() {
      return mimiUser.state.value;
    },
    mimiUser,
    get view() {
      return view;
    },
    ended: end.signal,
    take: (event, guard, outcome = {}) => {
      if (session.state === 'Disposed') return;
      const row = findRow(session.state, event, guard);
      if (row === null) throw new AppError('session/invariant-violation');
      const from = session.state;
      const to = stateAfter(row.to);
      session.state = to;
      session.lastRow = row.row;
      if (row.newEpoch === true) session.epoch += 1;
      ports.journal({ type: 'session/transition', row: row.row, from, to });
      if (row.publishes !== null) publish(publication(row.publishes, mimiUser.state, outcome));
      refreshView();
      changed();
      if (to === 'Disposed') finish();
    },
    update: async (change) => {
      assertRunning();
      // Checked again inside: a change that waited for its turn must not come after the end.
      const written = await ports.records.update((latest) => {
        assertRunning();
        return change(latest);
      });
      setRecords(written);
      refreshView();
      changed();
      return written;
    },
    adopt: (read) => {
      session.blockedBy = typeof read === 'string' ? read : null;
      setRecords(typeof read === 'string' ? EMPTY_RECORDS : read);
    },
    noteService: (trouble) => {
      if (trouble === serviceTrouble) return;
      serviceTrouble = trouble;
      refreshView();
    },
  };
  const view = createObservable(currentView());
  return session;
};
