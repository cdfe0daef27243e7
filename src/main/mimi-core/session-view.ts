import type { AnonymousId } from '../../contract/anonymous-id';
import type { ErrorCode } from '../../contract/errors';
import type { LoadingState, LogoutReason, MimiUser } from '../../contract/mimi-user';
import type { RecordsRead } from './ports';
import { queuedYear, type OwnRecords } from './own-records';
import { withSecret } from './secret-field';
import type { SessionState } from './session-table';

export type BlockCause = `secrets/${Exclude<RecordsRead['status'], 'absent' | 'present'>}`;

interface Common {
  readonly loading: LoadingState;
  /** How the last request to the service ended; null after a success. */
  readonly serviceTrouble: ErrorCode | null;
}

/** Everything the app's snapshot tells about the session, as one consistent value. */
export type SessionView = Common &
  (
    | { readonly status: 'restoring' }
    | { readonly status: 'blocked'; readonly cause: BlockCause }
    | {
        readonly status: 'signed-out';
        /** Why the last session ended; null when there was none. */
        readonly reason: LogoutReason | null;
        /** A profile still kept on this computer. Not seen by printing or JSON. */
        readonly keptProfile: AnonymousId | null;
        readonly pendingYearOfBirth: number | null;
      }
    | {
        readonly status: 'active';
        readonly user: MimiUser;
        readonly pendingYearOfBirth: number | null;
      }
  );

interface ViewInput extends Common {
  readonly state: SessionState;
  readonly blockedBy: BlockCause | null;
  readonly user: MimiUser | null;
  readonly own: OwnRecords;
}

/** Derives the view; pure. */
export const viewSession = ({ state, blockedBy, user, own, ...common }: ViewInput): SessionView => {
  if (state === 'Stopped' || state === 'Restoring') return { status: 'restoring', ...common };
  if (blockedBy !== null) return { status: 'blocked', cause: blockedBy, ...common };
  if (user !== null) {
    const pendingYearOfBirth = queuedYear(own.outbox, user.userId)?.yearOfBirth ?? null;
    return { status: 'active', user, pendingYearOfBirth, ...common };
  }
  const signedOut = {
    status: 'signed-out' as const,
    reason: own.current?.signedOut ?? null,
    pendingYearOfBirth: own.pending?.yearOfBirth ?? null,
    ...common,
  };
  return withSecret(signedOut, 'keptProfile', own.offered?.anonymousId ?? null);
};

/** True when two views tell the same; ids are compared apart since JSON does not see them. */
export const isSameView = (a: SessionView, b: SessionView): boolean =>
  secretOf(a) === secretOf(b) && JSON.stringify(a) === JSON.stringify(b);

const secretOf = (view: SessionView): AnonymousId | null => {
  if (view.status === 'active') return view.user.anonymousId;
  return view.status === 'signed-out' ? view.keptProfile : null;
};
