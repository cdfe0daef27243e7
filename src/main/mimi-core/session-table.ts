/**
 * The session as a table: what can happen, when, where it leads and what observers see. The engine looks
 * every transition up here and journals its row; the specs walk the same rows. Row names are those of the
 * design's state table; a prime marks a row changed by "prove, then switch" or by ids the client makes.
 */
export const SESSION_STATES = [
  'Stopped',
  'Restoring',
  'Blocked',
  'NoUser',
  'Creating',
  'LoggingIn',
  'Active',
  'ForcedOut',
  'Deleting',
  'Disposed',
] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** What observers of the user see: which value, beside which loading state. `null`: nothing new. */
export interface Publishes {
  readonly value: 'nobody' | 'unchanged' | 'given';
  /** `FailureIfNobody`: an attempt failed, which is Done for who was current and stays so. */
  readonly loading: 'InProgress' | 'Done' | 'Failure' | 'FailureIfNobody' | 'unchanged';
}

export interface SessionRow {
  readonly row: string;
  readonly from: readonly SessionState[] | 'any';
  readonly event: string;
  readonly guard: string;
  /** `rest`: Active while somebody is current, else Blocked while the records cannot be read, else NoUser. */
  readonly to: SessionState | 'same' | 'rest';
  readonly publishes: Publishes | null;
  /** Another person may be current from here on: what began before must not be taken for theirs. */
  readonly newEpoch?: true;
}

const nobody = (loading: Publishes['loading']): Publishes => ({ value: 'nobody', loading });
const unchanged = (loading: Publishes['loading']): Publishes => ({ value: 'unchanged', loading });
const given = (loading: Publishes['loading']): Publishes => ({ value: 'given', loading });

/** Nobody is logged in and somebody can be. */
const OUT = ['NoUser', 'ForcedOut'] as const;
const IN = ['Active', 'Deleting'] as const;
/** An attempt runs: beside an active user, whose session may be refused meanwhile, or with nobody there. */
const CREATING = ['Creating', 'Active', ...OUT] as const;
const LOGGING_IN = ['LoggingIn', 'Active', ...OUT] as const;

// prettier-ignore
export const SESSION_TABLE = [
  { row: '1', from: ['Stopped'], event: 'start', guard: 'first', to: 'Restoring', publishes: nobody('InProgress') },
  { row: '2', from: 'any', event: 'start', guard: 'same-arguments', to: 'same', publishes: null },
  { row: '2b', from: 'any', event: 'start', guard: 'other-arguments', to: 'same', publishes: null },

  { row: '3', from: ['Restoring'], event: 'restored', guard: 'session', to: 'Active', publishes: given('Done') },
  { row: '3b', from: ['Restoring'], event: 'restored', guard: 'id-without-session', to: 'Active', publishes: given('InProgress') },
  { row: '4', from: ['Restoring'], event: 'restored', guard: 'nobody', to: 'NoUser', publishes: nobody('Done') },
  { row: '5', from: ['Restoring'], event: 'restored', guard: 'pending', to: 'Creating', publishes: nobody('InProgress') },
  // A creation begun beside the user who is current: it ends for nobody, and its user is kept.
  { row: "5'", from: 'any', event: 'registered', guard: 'beside', to: 'same', publishes: null },
  { row: "5'a", from: 'any', event: 'create-failed', guard: 'beside', to: 'same', publishes: null },
  { row: '7', from: ['Restoring'], event: 'restored', guard: 'not-readable', to: 'Blocked', publishes: nobody('Failure') },

  { row: "8'", from: ['Blocked'], event: 'retry-storage', guard: 'by-person', to: 'Restoring', publishes: nobody('InProgress') },
  { row: "8'a", from: ['Blocked'], event: 'start-over', guard: 'by-person', to: 'Restoring', publishes: nobody('InProgress') },
  { row: "8'b", from: ['Blocked'], event: 'login', guard: 'different', to: 'LoggingIn', publishes: nobody('InProgress') },
  { row: '9', from: ['Blocked'], event: 'create', guard: 'storage-blocked', to: 'same', publishes: null },
  { row: '9b', from: ['Blocked'], event: 'login', guard: 'storage-blocked', to: 'same', publishes: null },

  { row: '10', from: OUT, event: 'create', guard: 'nobody', to: 'Creating', publishes: nobody('InProgress') },
  { row: "10'", from: ['Active'], event: 'create', guard: 'new-profile', to: 'same', publishes: unchanged('InProgress') },
  { row: '11', from: CREATING, event: 'registered', guard: 'confirmed', to: 'Active', publishes: given('Done'), newEpoch: true },
  { row: '12', from: CREATING, event: 'create-failed', guard: 'transient', to: 'rest', publishes: unchanged('FailureIfNobody') },
  { row: '13', from: CREATING, event: 'create-failed', guard: 'refused', to: 'rest', publishes: unchanged('FailureIfNobody') },
  { row: '14', from: 'any', event: 'cancel', guard: 'not-begun', to: 'same', publishes: null },
  { row: '14b', from: 'any', event: 'cancel', guard: 'begun', to: 'same', publishes: null },
  { row: '15', from: ['Active'], event: 'create', guard: 'have-one', to: 'same', publishes: null },

  { row: '16', from: 'any', event: 'login', guard: 'flag-unset', to: 'same', publishes: null },
  { row: '17', from: 'any', event: 'login', guard: 'blank', to: 'same', publishes: null },
  { row: '18', from: 'any', event: 'login', guard: 'malformed', to: 'same', publishes: null },
  { row: '19', from: ['Active'], event: 'login', guard: 'already-current', to: 'same', publishes: null },
  { row: '20', from: OUT, event: 'login', guard: 'different', to: 'LoggingIn', publishes: nobody('InProgress') },
  { row: "21'", from: ['Active'], event: 'login', guard: 'different', to: 'same', publishes: unchanged('InProgress') },
  { row: "22'", from: LOGGING_IN, event: 'logged-in', guard: 'proven', to: 'Active', publishes: given('Done'), newEpoch: true },
  { row: "23'", from: LOGGING_IN, event: 'login-failed', guard: 'invariant', to: 'rest', publishes: unchanged('FailureIfNobody') },
  { row: "24'", from: LOGGING_IN, event: 'login-failed', guard: 'refused', to: 'rest', publishes: unchanged('FailureIfNobody') },
  { row: "25'", from: LOGGING_IN, event: 'login-failed', guard: 'transient', to: 'rest', publishes: unchanged('FailureIfNobody') },
  { row: "25'c", from: LOGGING_IN, event: 'login-failed', guard: 'cancelled', to: 'rest', publishes: unchanged('Done') },
  { row: '26', from: 'any', event: 'operation', guard: 'queued', to: 'same', publishes: null },

  { row: '27', from: ['Active'], event: 'logout', guard: 'somebody', to: 'NoUser', publishes: nobody('Done'), newEpoch: true },
  { row: '28', from: ['NoUser', 'ForcedOut', 'Blocked'], event: 'logout', guard: 'nobody', to: 'same', publishes: null },

  { row: '29', from: IN, event: 'renewed', guard: 'refreshed', to: 'same', publishes: null },
  { row: '30', from: 'any', event: 'renew-failed', guard: 'transient', to: 'same', publishes: null },
  { row: '31', from: 'any', event: 'renew-failed', guard: 'refused', to: 'same', publishes: null },
  { row: '31b', from: IN, event: 'renewed', guard: 'logged-in-again', to: 'same', publishes: null },
  { row: '32', from: IN, event: 'session-refused', guard: 'definitive', to: 'ForcedOut', publishes: nobody('Failure'), newEpoch: true },
  { row: '33', from: 'any', event: 'renewed', guard: 'superseded', to: 'same', publishes: null },

  { row: '34', from: ['Active'], event: 'delete', guard: 'somebody', to: 'Deleting', publishes: unchanged('InProgress') },
  { row: '34b', from: ['Deleting'], event: 'deleted', guard: 'confirmed', to: 'NoUser', publishes: nobody('Done'), newEpoch: true },
  { row: '34c', from: ['Deleting'], event: 'delete-failed', guard: 'kept', to: 'Active', publishes: unchanged('Done') },
  { row: '34e', from: ['Active', ...OUT], event: 'removed', guard: 'by-person', to: 'NoUser', publishes: nobody('Done'), newEpoch: true },
  // Row 35, a second process on the same data, is kept out by the app's instance lock.
  { row: '36', from: 'any', event: 'dispose', guard: 'by-app', to: 'Disposed', publishes: null, newEpoch: true },

  // A user refused meanwhile (row 32) has been told of: reading or deleting them then ends without a row.
  { row: '37', from: ['Active'], event: 'reload', guard: 'asked', to: 'same', publishes: unchanged('InProgress') },
  { row: '37b', from: ['Active'], event: 'reloaded', guard: 'confirmed', to: 'same', publishes: given('Done') },
  { row: "30'", from: ['Active'], event: 'reload-failed', guard: 'asked', to: 'same', publishes: unchanged('Failure') },
  { row: '37c', from: ['Active'], event: 'reload-failed', guard: 'cancelled', to: 'same', publishes: unchanged('Done') },
  { row: '38', from: IN, event: 'user-changed', guard: 'confirmed', to: 'same', publishes: given('unchanged') },
] as const satisfies readonly SessionRow[];

type TableRow = (typeof SESSION_TABLE)[number];
export type SessionRowName = TableRow['row'];
export type SessionEvent = TableRow['event'];
/** The guards under which `E` can happen; naming one that the table does not know does not compile. */
export type GuardOf<E extends SessionEvent> = Extract<TableRow, { event: E }>['guard'];

/** The row for an event in a state, or null where the table has none. */
export const findRow = <E extends SessionEvent>(
  state: SessionState,
  event: E,
  guard: GuardOf<E>,
): SessionRow | null =>
  SESSION_TABLE.find(
    (r: SessionRow) =>
      r.event === event &&
      r.guard === guard &&
      (r.from === 'any' || r.from.includes(state)) &&
      state !== 'Disposed',
  ) ?? null;
