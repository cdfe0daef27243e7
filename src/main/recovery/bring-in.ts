import { toAppError } from '../../contract/errors';
import type { Companion } from '../app/create-companion';
import { EMBEDDED_SERVICE } from '../app/embedded-service';
import { MimiAuthRoute } from '../mimi-core/mimi-auth-route';
import type { KitContent } from './kit-content';

/**
 * Logs a kit's profile in: proven first, then switched to. Resolves with its userId.
 * Errors: session/*, service/*, secrets/*, and Cancelled.
 */
export const bringIn = async (
  companion: Companion,
  { service, anonymousId, yearOfBirth, data }: KitContent,
  signal: AbortSignal,
): Promise<string> => {
  const users = companion.core.userController;
  // Only the service inside the app can have lost what a kit holds; a remote one is never told to make a user.
  const isOwnData = data !== null && service === EMBEDDED_SERVICE;
  const bring = () =>
    isOwnData
      ? users.bringBack(anonymousId, { yearOfBirth, ...data }, { signal })
      : users.authenticate(MimiAuthRoute.LoginAnonymously(anonymousId), { signal });
  const user = await bring().catch(async (thrown: unknown) => {
    // Data of profiles nobody here has the key to must not stand in the way.
    const isUnreadable = toAppError(thrown).code === 'service/data-unreadable';
    if (!isUnreadable || !(await companion.startServiceAnew())) throw thrown;
    return bring();
  });
  return user.userId;
};
