import { otherIdIn } from '../../../backend/emulator/other-id';
import type { LabFault } from '../../../contract/ipc/lab/network';
import type { ServiceFetch } from '../../mimi-core/ports';

/** A fault that does something to a request other than hold it up. */
export type Trouble = Exclude<LabFault, { kind: 'latency' | 'clock-jump' }>;

interface Effect {
  readonly request: Request;
  /** The service. */
  readonly fetch: ServiceFetch;
  /** Fires when the fault is switched off. */
  readonly off: AbortSignal;
  readonly randomUUID: () => string;
}

const PORTAL = '<!doctype html><title>Welcome</title><p>Sign in to use this network';

const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  new Response(
    JSON.stringify({
      type: `urn:mimi:problem:${code}`,
      title: 'Simulated',
      status,
      code,
      instance: 'simulated',
      retryable: true,
    }),
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  );

/** The same reply with another body. */
export const withBody = async (
  reply: Response,
  change: (text: string) => string,
): Promise<Response> => {
  const text = await reply.text();
  const headers = new Headers(reply.headers);
  // They tell of the body before.
  headers.delete('content-length');
  headers.delete('content-encoding');
  return new Response(text === '' ? null : change(text), { status: reply.status, headers });
};

/** Half of it, and a byte less, so that not even a short one stays whole. */
const halfOf = (text: string): string => text.slice(0, Math.ceil(text.length / 2) - 1);

/** Never answers: fails when the caller gives up, or when the fault is switched off. */
const hang = (...ends: readonly AbortSignal[]): Promise<never> =>
  new Promise((_resolve, reject) => {
    for (const end of ends) {
      const fail = (): void => reject(new TypeError('simulated timeout'));
      if (end.aborted) fail();
      else end.addEventListener('abort', fail, { once: true });
    }
  });

/** What becomes of a request that meets `fault`. Fails as a fetch does: with a TypeError. */
export const meetTrouble = async (
  fault: Trouble,
  { request, fetch, off, randomUUID }: Effect,
): Promise<Response> => {
  switch (fault.kind) {
    case 'offline':
    case 'reset':
      throw new TypeError(`simulated ${fault.kind}`);
    case 'timeout':
      return hang(request.signal, off);
    case 'rate-limited':
      return problem(429, 'rate_limited', { 'retry-after': String(fault.retryAfterSeconds) });
    case 'server-error':
      return problem(500, 'internal');
    case 'captive-portal':
      return new Response(PORTAL, { headers: { 'content-type': 'text/html' } });
    case 'body-cut':
      return withBody(await fetch(request), halfOf);
    case 'reply-lost':
      await (await fetch(request)).arrayBuffer();
      throw new TypeError('simulated loss');
    case 'wrong-id': {
      const id = randomUUID();
      return withBody(await fetch(request), (text) => otherIdIn(text, id));
    }
    case 'refresh-refused':
      return Response.json({ error: 'invalid_grant', reason: 'expired' }, { status: 400 });
    default:
      return fault satisfies never;
  }
};
