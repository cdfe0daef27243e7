import { AppError, toAppError } from '../../../contract/errors';
import { clientTokenSchema } from '../../../contract/http/users';
import type { CompanionConfig } from '../../config/config';
import { failureOfReply } from '../../mimi-core/api/failure-of-reply';
import { basic } from '../../mimi-core/api/mimi-api';
import { readJson } from '../../mimi-core/api/read-json';
import { REQUEST_POLICY } from '../../mimi-core/api/transport';
import type { Clock, ServiceFetch } from '../../mimi-core/ports';

/** Milliseconds a service may take to show that it is there. */
const LIMIT_MS = 10_000;
/** A token and little else. */
const MAX_REPLY_BYTES = 64 * 1024;

interface ProveDeps {
  readonly networkFetch: ServiceFetch;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * Proves that a service can be reached and takes these credentials: it gives a client token. Errors: service/*;
 * service/misconfigured for credentials it refuses.
 */
export const proveService = async (
  { baseUrl, clientId, clientSecret }: NonNullable<CompanionConfig['service']>,
  { networkFetch, clock }: ProveDeps,
): Promise<void> => {
  const request = new Request(`${baseUrl}/oauth/token`, {
    method: 'POST',
    headers: { authorization: basic(clientId, clientSecret), accept: 'application/json' },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    ...REQUEST_POLICY,
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  const reply = await networkFetch(request)
    .then(async (response) => ({
      status: response.status,
      json: await readJson(response, MAX_REPLY_BYTES),
      retryAfter: response.headers.get('retry-after'),
    }))
    .catch((thrown: unknown) => {
      // A fetch fails with free text: only its kind is kept.
      throw thrown instanceof AppError ? toAppError(thrown) : new AppError('service/offline');
    });
  if (reply.status < 200 || reply.status > 299) throw failureOfReply(reply, clock.now());
  if (!clientTokenSchema.safeParse(reply.json).success) throw new AppError('service/bad-response');
};
