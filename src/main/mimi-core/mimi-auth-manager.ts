import { isAnonymousId } from '../../contract/anonymous-id';
import { AppError, toAppError } from '../../contract/errors';
import { Cancelled } from './cancellation';
import { MimiAuthRoute } from './mimi-auth-route';
import type { UserController } from './user-controller';

/** How logging in by a stored id ended; as in the guide, and `Cancelled` for a caller who withdrew. */
export type MimiAnonLoginResult =
  /** The given id is logged in now, or was already. */
  | { readonly type: 'Success'; readonly anonymousId: string }
  | { readonly type: 'Failure'; readonly exception: AppError }
  /** There is no id, so nothing was done. */
  | { readonly type: 'Skipped' }
  | { readonly type: 'Cancelled' };

/** The part of MimiCore this class needs. */
interface Core {
  readonly configuration: { readonly allowAnonymousUserOnly: boolean };
  readonly userController: Pick<UserController, 'authenticate' | 'noteLoginNotBegun'>;
}

/** The guide's sample class: restores a user by the id associated with them. Nothing is ever thrown. */
export class MimiAuthManager {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * Logs `anonymousIdToLogin` in if there is one. Checked in this order: the flag, no id, its form, already
   * logged in; only then the network is used. The id is taken as it is: no trimming, no change of case.
   */
  async authenticateAnonymousUser(
    anonymousIdToLogin: string | null | undefined,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<MimiAnonLoginResult> {
    const { configuration, userController } = this.#core;
    if (!configuration.allowAnonymousUserOnly) {
      userController.noteLoginNotBegun('flag-unset');
      return failure(new AppError('session/anonymous-only-required'));
    }
    if (
      anonymousIdToLogin === null ||
      anonymousIdToLogin === undefined ||
      isBlank(anonymousIdToLogin)
    ) {
      userController.noteLoginNotBegun('blank');
      return { type: 'Skipped' };
    }
    if (!isAnonymousId(anonymousIdToLogin)) {
      userController.noteLoginNotBegun('malformed');
      return failure(new AppError('session/invalid-id-format'));
    }
    return this.#authenticateValidAnonymousUserId(anonymousIdToLogin, options);
  }

  async #authenticateValidAnonymousUserId(
    anonymousId: string,
    options: { readonly signal?: AbortSignal },
  ): Promise<MimiAnonLoginResult> {
    try {
      const route = MimiAuthRoute.LoginAnonymously(anonymousId);
      const user = await this.#core.userController.authenticate(route, options);
      return { type: 'Success', anonymousId: user.anonymousId };
    } catch (thrown) {
      return thrown instanceof Cancelled ? { type: 'Cancelled' } : failure(toAppError(thrown));
    }
  }
}

const isBlank = (id: string): boolean => id.trim() === '';

const failure = (exception: AppError): MimiAnonLoginResult => ({ type: 'Failure', exception });
