import { AppError, type ErrorCode } from '../../contract/errors';
import type { LoadingState, MimiUser, MimiUserState } from '../../contract/mimi-user';
import { createObservable, type MimiObservable } from './observable';
import type { MimiCorePorts } from './ports';
import { EMPTY_RECORDS, type SessionRecords } from './records';
import { findRow, type GuardOf, type SessionEvent, type SessionState } from './session-table';
import { isSameView, viewSession, type BlockCause, type SessionView } from './session-view';

/** What a transition may bring along for its observers. */
export interface Outcome {
  readonly user?: MimiUser;
  readonly cause?: AppError;
}

/** The session's state in one place: every change goes through `take`, every durable one through `update`. */
export interface Session {
  readonly state: SessionState;
  /** Grows whenever somebody else may be current. */
  readonly epoch: number;
  readonly user: MimiUser | null;
  readonly records: SessionRecords;
  /** Fires when the session is disposed of. */
  readonly ended: AbortSignal;
  readonly blockedBy: BlockCause | null;
  readonly mimiUser: MimiObservable<MimiUserState>;
  readonly view: MimiObservable<SessionView>;
  /** The last row taken. */
  readonly lastRow: string | null;
  take<E extends SessionEvent>(event: E, guard: GuardOf<E>, outcome?: Outcome): void;
  /** Makes a change durable, then visible. Errors: secrets/*, session/disposed. */
  readonly update: (change: (records: SessionRecords) => SessionRecords) => Promise<SessionRecords>;
  /** Takes what was read from disk, or why it could not be. */
  adopt(read: SessionRecords | BlockCause): void;
  /** Notes how the last request to the service ended; null: well. */
  readonly noteService: (trouble: ErrorCode | null) => void;
}

const loadingOf = (
  loading: 'InProgress' | 'Done' | 'Failure' | 'unchanged',
  before: LoadingState,
  cause: AppError | undefined,
): LoadingState => {
  switch (loading) {
    case 'unchanged':
      return before;
    case 'Failure':
      return { type: 'Failure', cause: cause ?? new AppError('session/invariant-violation') };
    case 'InProgress':
    case 'Done':
      return { type: loading };
    default:
      return loading satisfies never;
  }
};

/**
 * Creates a session in state Stopped; nothing is read or sent before the table is told to start.
 * `changed` is called after every transition and every durable change.
 */
export const createSession = (ports: MimiCorePorts, changed: () => void): Session => {
  let state: SessionState = 'Stopped';
  let epoch = 0;
  let lastRow: string | null = null;
  let records = EMPTY_RECORDS;
  let blockedBy: BlockCause | null = null;
  let serviceTrouble: ErrorCode | null = null;
  const end = new AbortController();
  const mimiUser = createObservable<MimiUserState>({
    value: null,
    loadingState: { type: 'InProgress' },
    version: 0,
  });
  const currentView = (): SessionView =>
    viewSession({
      state,
      blockedBy,
      user: mimiUser.state.value,
      loading: mimiUser.state.loadingState,
      records,
      service: ports.service.id,
      serviceTrouble,
    });
  const view = createObservable(currentView());
  const refreshView = (): void => {
    const next = currentView();
    if (!isSameView(view.state, next)) view.publish(next);
  };

  const publish = (value: MimiUser | null, loadingState: LoadingState): void => {
    const next = { value, loadingState, version: mimiUser.state.version + 1 };
    mimiUser.publish(next);
    const hasUser = value !== null;
    const loading = loadingState.type;
    ports.journal({ type: 'session/published', version: next.version, loading, hasUser });
  };

  const finish = (): void => {
    end.abort();
    mimiUser.complete();
    view.complete();
  };

  const take = <E extends SessionEvent>(event: E, guard: GuardOf<E>, outcome: Outcome = {}) => {
    if (state === 'Disposed') return;
    const row = findRow(state, event, guard);
    if (row === null) throw new AppError('session/invariant-violation');
    const from = state;
    state = row.to === 'same' ? state : row.to;
    if (row.newEpoch === true) epoch += 1;
    lastRow = row.row;
    ports.journal({ type: 'session/transition', row: row.row, from, to: state });
    if (row.publishes !== null) {
      const before = mimiUser.state;
      const values = { nobody: null, unchanged: before.value, given: outcome.user ?? before.value };
      const loading = loadingOf(row.publishes.loading, before.loadingState, outcome.cause);
      publish(values[row.publishes.value], loading);
    }
    refreshView();
    changed();
    if (row.to === 'Disposed') finish();
  };

  const assertRunning = (): void => {
    if (state === 'Disposed') throw new AppError('session/disposed');
  };

  return {
    get state() {
      return state;
    },
    get epoch() {
      return epoch;
    },
    get user() {
      return mimiUser.state.value;
    },
    get records() {
      return records;
    },
    get blockedBy() {
      return blockedBy;
    },
    get lastRow() {
      return lastRow;
    },
    ended: end.signal,
    mimiUser,
    view,
    take,
    update: async (change) => {
      assertRunning();
      // Checked again inside: a change that waited for its turn must not come after the end.
      const written = await ports.records.update((latest) => {
        assertRunning();
        return change(latest);
      });
      records = written;
      refreshView();
      changed();
      return written;
    },
    adopt: (read) => {
      blockedBy = typeof read === 'string' ? read : null;
      records = typeof read === 'string' ? EMPTY_RECORDS : read;
    },
    noteService: (trouble) => {
      if (trouble === serviceTrouble) return;
      serviceTrouble = trouble;
      refreshView();
    },
  };
};
