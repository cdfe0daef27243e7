import type { AnonymousId } from '../../contract/anonymous-id';
import type { ErrorCode } from '../../contract/errors';
import type { LoadingState, LogoutReason, MimiUser } from '../../contract/mimi-user';
import { currentFor, offeredUser, pendingFor, queuedYearOfBirth } from './record-changes';
import type { ServiceId, SessionRecords } from './records';
import { withSecret } from './secret-field';
import type { SessionState } from './session-table';

export type BlockCause = 'secrets/locked' | 'secrets/unreadable' | 'secrets/newer-version';

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
  readonly records: SessionRecords;
  readonly service: ServiceId;
}

/** Derives the view; pure. */
export const viewSession = (input: ViewInput): SessionView => {
  const { state, blockedBy, user, records, service, loading, serviceTrouble } = input;
  const common = { loading, serviceTrouble };
  if (state === 'Stopped' || state === 'Restoring') return { status: 'restoring', ...common };
  if (state === 'Blocked' && blockedBy !== null) {
    return { status: 'blocked', cause: blockedBy, ...common };
  }
  if (user !== null) {
    const pendingYearOfBirth = queuedYearOfBirth(records, service, user.userId);
    return { status: 'active', user, pendingYearOfBirth, ...common };
  }
  const signedOut = {
    status: 'signed-out' as const,
    reason: currentFor(records, service)?.signedOut ?? null,
    pendingYearOfBirth: pendingFor(records, service)?.yearOfBirth ?? null,
    ...common,
  };
  const keptProfile = offeredUser(records, service)?.anonymousId ?? null;
  return withSecret(signedOut, 'keptProfile', keptProfile);
};

/** True when two views tell the same; ids are compared apart since JSON does not see them. */
export const isSameView = (a: SessionView, b: SessionView): boolean =>
  secretOf(a) === secretOf(b) && JSON.stringify(a) === JSON.stringify(b);

const secretOf = (view: SessionView): AnonymousId | null => {
  if (view.status === 'active') return view.user.anonymousId;
  return view.status === 'signed-out' ? view.keptProfile : null;
};
