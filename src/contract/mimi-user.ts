import type { AnonymousId } from './anonymous-id';
import type { AppError } from './errors';

/** A user of the service. Always anonymous: there is no other kind in this product. */
export interface MimiUser {
  /** Harmless name for logs, links and support. */
  readonly userId: string;
  /** The password-like key to the profile; never leaves the main process. */
  readonly anonymousId: AnonymousId;
  readonly isAnonymous: true;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** As confirmed by the service; null until it is. */
  readonly yearOfBirth: number | null;
}

/** As in the SDK: independent of the value, so an old value can stand beside a failure. */
export type LoadingState =
  | { readonly type: 'InProgress' }
  | { readonly type: 'Done' }
  | { readonly type: 'Failure'; readonly cause: AppError };

/** What observers of `userController.mimiUser` see. */
export interface MimiUserState {
  readonly value: MimiUser | null;
  readonly loadingState: LoadingState;
  /** Grows by one with each publication. */
  readonly version: number;
}

/** Why a session ended; every logout carries one. */
export const LOGOUT_REASONS = [
  'by-person',
  'user-unknown',
  'user-deleted',
  'user-disabled',
] as const;
export type LogoutReason = (typeof LOGOUT_REASONS)[number];
