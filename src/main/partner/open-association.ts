import { AppError, toAppError, type ErrorCode } from '../../contract/errors';
import type { AccountLink } from '../mimi-core/account-link';
import { MimiAuthRoute } from '../mimi-core/mimi-auth-route';
import type { MimiCore } from '../mimi-core/mimi-core';
import type { PartnerAccount } from '../mimi-core/partner-records';
import type { Association } from './association-client';

interface OpenDeps {
  readonly core: Pick<MimiCore, 'userController'>;
  readonly link: AccountLink;
  readonly isTestRunning: () => boolean;
}

/** The service has understood, and there is no such user any more. */
export const GONE: readonly ErrorCode[] = [
  'session/unknown-id',
  'session/user-deleted',
  'session/user-disabled',
];

/**
 * Logs the account's profile in: proven first, then switched to; the one open here is kept. One that is gone is not
 * asked for again by itself. Errors: partner/test-running, session/*, service/*.
 */
export const openAssociation = async (
  { core, link, isTestRunning }: OpenDeps,
  identity: PartnerAccount,
  { anonymousId, etag }: Association,
): Promise<void> => {
  if (isTestRunning()) throw new AppError('partner/test-running');
  const { partner: changes } = link.changes;
  const { issuer, sub } = identity;
  const route = MimiAuthRoute.LoginAnonymously(anonymousId);
  try {
    await core.userController.authenticate(route);
  } catch (thrown) {
    if (GONE.includes(toAppError(thrown).code)) {
      const end = changes.endOpening(identity);
      await link.update((records) => end(changes.unlink(identity)(records)));
    }
    throw thrown;
  }
  const { user } = link.state;
  if (user?.anonymousId !== anonymousId) throw new AppError('session/superseded');
  const { service, userId } = user;
  await link.update(changes.link({ issuer, sub, service, userId, etag }));
};
