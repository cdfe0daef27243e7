import { setTimeout as sleep } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import { answerRefusal, Refusal } from '../problem';
import type { SandboxEnv } from './environment';
import type { Faults, Meeting } from './faults';
import type { Gate } from './gate';
import { otherIdIn } from './other-id';

type SandboxContext = Context<SandboxEnv>;

const PORTAL = '<!doctype html><title>Welcome</title><p>Please accept our terms to go online.';

/** Ends once the client has gone, or the sandbox that stops has closed the connection. */
const untilClosed = ({ env: { outgoing } }: SandboxContext): Promise<void> =>
  new Promise((resolve) => {
    if (outgoing.destroyed) resolve();
    else outgoing.once('close', () => resolve());
  });

const delay = async (c: SandboxContext, ms: number): Promise<void> => {
  if (ms <= 0) return;
  const stop = new AbortController();
  const gone = untilClosed(c);
  await Promise.race([gone, sleep(ms, undefined, { signal: stop.signal }).catch(() => undefined)]);
  stop.abort();
};

/** Takes the reply out of Hono's hands; the connection was or will be dealt with. */
const leave = (c: SandboxContext): void => {
  c.res = undefined;
  c.res = RESPONSE_ALREADY_SENT;
};

/** Sends half of the reply under the length of the whole, then closes. */
const cut = async (c: SandboxContext): Promise<void> => {
  const { status, headers } = c.res;
  const whole = Buffer.from(await c.res.arrayBuffer());
  const { outgoing } = c.env;
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  outgoing.writeHead(status, { ...Object.fromEntries(headers), 'content-length': whole.length });
  await new Promise<void>((resolve) => outgoing.write(half, () => resolve()));
  outgoing.destroy();
};

/** What the service says of a user, with another id in it. */
const withOtherId = async (reply: Response, otherId: string): Promise<Response> => {
  if (!reply.ok || !reply.headers.get('content-type')?.startsWith('application/json')) return reply;
  const { status, headers } = reply;
  return new Response(otherIdIn(await reply.text(), otherId), { status, headers });
};

interface SimulateDeps {
  readonly faults: Faults;
  readonly gate: Gate;
  readonly randomUUID: () => string;
}

const answer = async (
  c: SandboxContext,
  fault: Meeting['fault'],
  run: () => Promise<void>,
  otherId: () => string,
): Promise<Response | undefined> => {
  const { socket } = c.env.incoming;
  switch (fault?.kind) {
    case undefined:
      await run();
      return undefined;
    case 'rate-limited':
      return answerRefusal(
        c,
        new Refusal('rate_limited', { retryAfterMs: fault.retryAfterSeconds * 1000 }),
      );
    case 'server-error':
      return answerRefusal(c, new Refusal('internal'));
    case 'captive-portal':
      return c.html(PORTAL);
    case 'offline':
      socket.destroy();
      break;
    case 'reset':
      socket.resetAndDestroy();
      break;
    case 'timeout':
      await untilClosed(c);
      break;
    case 'reply-lost':
      await run();
      socket.destroy();
      break;
    case 'body-cut':
      await run();
      await cut(c);
      break;
    case 'wrong-id': {
      await run();
      const changed = await withOtherId(c.res, otherId());
      c.res = undefined;
      c.res = changed;
      return undefined;
    }
    default:
      return fault satisfies never;
  }
  leave(c);
  return undefined;
};

/**
 * Lets a request meet the faults that are on and then, through the gate, the service. The body must have been read:
 * a slow client would hold up everybody who waits to be alone.
 */
export const simulate =
  ({ faults, gate, randomUUID }: SimulateDeps): MiddlewareHandler<SandboxEnv> =>
  async (c, next) => {
    const { delayMs, fault } = faults.meet(c.get('call'));
    c.set('faults', [
      ...(delayMs > 0 ? (['latency'] as const) : []),
      ...(fault === null ? [] : [fault.kind]),
    ]);
    await delay(c, delayMs);
    return answer(c, fault, () => gate.shared(next), randomUUID);
  };
