import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { z } from 'zod';
import { faultCallOf } from '../../contract/fault-vocabulary';
import { oauthErrorSchema, problemCodeSchema } from '../../contract/http/problem';
import { MAX_BODY_BYTES } from '../routes/meta';
import type { SandboxEnv } from './environment';
import type { Recorder } from './recorder';
import { chunksOf } from './streams';

/** Reads a body to its end; of one that is too long only so much that it can be refused. */
const readBody = async (request: Request): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunksOf(request.body)) {
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
    bytes += chunk.length;
  }
  return Buffer.concat(chunks);
};

/** The pattern of the route that answers a request; the path itself may hold an id. */
export const routeOf = (c: Context): string =>
  matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'unmatched';

const codeSchema = z.object({
  code: problemCodeSchema.optional(),
  reason: oauthErrorSchema.shape.reason,
  error: oauthErrorSchema.shape.error.optional(),
});

/** Why a request was refused, of the words that the service knows. */
const codeOf = async (reply: Response): Promise<string | null> => {
  if (reply.status < 400 || reply.body === null) return null;
  const read: unknown = await reply
    .clone()
    .json()
    .catch(() => null);
  const { code, reason, error } = codeSchema.safeParse(read).data ?? {};
  return reason ?? code ?? error ?? null;
};

/** Reads the body whole, finds out which call of the service it is, and records how it went. */
export const receive =
  (recorder: Recorder, now: () => number): MiddlewareHandler<SandboxEnv> =>
  async (c, next) => {
    const at = now();
    const { raw, method, path } = c.req;
    const body = await readBody(raw);
    if (raw.body !== null) {
      c.req.raw = new Request(raw.url, { method, headers: raw.headers, body });
    }
    const form = path === '/oauth/token' ? new URLSearchParams(body.toString()) : null;
    c.set('call', faultCallOf(method, path, form?.get('grant_type') ?? null));
    c.set('faults', []);
    await next();
    const isBroken = c.env.incoming.socket.destroyed;
    recorder.add({
      requestId: c.get('requestId'),
      at,
      method,
      route: routeOf(c),
      call: c.get('call'),
      status: isBroken ? null : c.res.status,
      code: isBroken ? null : await codeOf(c.res),
      ms: now() - at,
      requestBytes: body.length,
      faults: c.get('faults'),
    });
  };
