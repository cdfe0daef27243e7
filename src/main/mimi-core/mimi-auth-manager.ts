import { toAppError, type AppError } from '../../contract/errors';
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
  readonly userController: Pick<UserController, 'authenticate' | 'noteBlankId'>;
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
    const id = anonymousIdToLogin ?? '';
    // The controller refuses the flag, the form and who is logged in already, in this order.
    if (configuration.allowAnonymousUserOnly && id.trim() === '') {
      userController.noteBlankId();
      return { type: 'Skipped' };
    }
    try {
      const user = await userController.authenticate(MimiAuthRoute.LoginAnonymously(id), options);
      return { type: 'Success', anonymousId: user.anonymousId };
    } catch (thrown) {
      if (thrown instanceof Cancelled) return { type: 'Cancelled' };
      return { type: 'Failure', exception: toAppError(thrown) };
    }
  }
}
