import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import {
  ANONYMOUS_ID_GRANT,
  anonymousIdSchema,
  clientTokenSchema,
  loggedInSchema,
  tokensSchema,
} from '../../contract/http/users';
import { clientOnly, countRefusal } from '../authenticate';
import type { AppDeps, BackendEnv } from '../environment';
import { invalidGrant, Refusal } from '../problem';
import { issueAccessToken } from '../storage/access-tokens';
import {
  lastUseOf,
  openSession,
  pruneSessions,
  refreshSession,
  revokeSession,
} from '../storage/sessions';
import type { Store } from '../storage/store';
import { findUser, toServiceUser } from '../storage/users';
import { json, OAUTH_ERRORS } from './replies';

const tokenText = z.string().min(1).max(512);

const tokenRequestSchema = z.discriminatedUnion('grant_type', [
  z.strictObject({
    grant_type: z.literal('client_credentials'),
    scope: z.literal('anonymous:create').optional(),
  }),
  z.strictObject({ grant_type: z.literal(ANONYMOUS_ID_GRANT), anonymous_id: anonymousIdSchema }),
  z.strictObject({ grant_type: z.literal('refresh_token'), refresh_token: tokenText }),
]);

const GRANTS: readonly unknown[] = tokenRequestSchema.options.map(
  (option) => option.shape.grant_type.value,
);

const revokeRequestSchema = z.object({ token: tokenText, token_type_hint: z.string().optional() });

const form = <T extends z.ZodType>(schema: T) => ({
  required: true as const,
  content: { 'application/x-www-form-urlencoded': { schema } },
});

const knownGrantOnly: MiddlewareHandler<BackendEnv> = async (c, next) => {
  const grant = (await c.req.parseBody())['grant_type'];
  if (typeof grant === 'string' && !GRANTS.includes(grant)) {
    throw new Refusal('invalid_request', { oauth: { error: 'unsupported_grant_type' } });
  }
  await next();
};

const tokenRoute = (deps: AppDeps) =>
  createRoute({
    method: 'post',
    path: '/oauth/token',
    operationId: 'token',
    summary: 'Tokens for a client, for an anonymousId, or for a refresh token',
    security: [{ client: [] }],
    middleware: [clientOnly(deps), knownGrantOnly],
    request: { body: form(tokenRequestSchema) },
    responses: {
      200: json(z.union([loggedInSchema, tokensSchema, clientTokenSchema]), 'Tokens'),
      ...OAUTH_ERRORS,
    },
  });

const revokeRoute = (deps: AppDeps) =>
  createRoute({
    method: 'post',
    path: '/oauth/revoke',
    operationId: 'revoke',
    summary: 'Ends the session of a token (RFC 7009)',
    security: [{ client: [] }],
    middleware: clientOnly(deps),
    request: { body: form(revokeRequestSchema) },
    responses: { 200: { description: 'Ended, or there was none' }, ...OAUTH_ERRORS },
  });

/** Logs in a user by its id; never creates one. */
const logIn = (store: Store, anonymousId: string, clientId: string) =>
  store.write(async (trx) => {
    const found = await findUser(trx, store, store.keys.hash('anonymous-id', anonymousId));
    if (found.status !== 'active') throw invalidGrant(found.status);
    await pruneSessions(trx, found.user.user_id);
    const lastUsedAt = await lastUseOf(trx, found.user.user_id);
    const tokens = await openSession(trx, store, found.user.user_id, clientId);
    return { ...tokens, user: { ...toServiceUser(found.user), anonymousId, lastUsedAt } };
  });

/** Adds the token and revocation endpoints. */
export const addOAuthRoutes = (app: OpenAPIHono<BackendEnv>, deps: AppDeps): void => {
  app.openapi(tokenRoute(deps), async (c) => {
    const request = c.req.valid('form');
    const [store, clientId] = [c.get('store'), c.get('clientId')];
    switch (request.grant_type) {
      case 'client_credentials': {
        const token = await store.write((trx) => issueAccessToken(trx, store, clientId));
        return c.json({ ...token, scope: 'anonymous:create' as const }, 200);
      }
      case ANONYMOUS_ID_GRANT: {
        await deps.limits?.checkLogin(c.env.remoteAddress ?? '');
        try {
          return c.json(await logIn(store, request.anonymous_id, clientId), 200);
        } catch (thrown) {
          if (thrown instanceof Refusal) await countRefusal(deps.limits, c.env.remoteAddress);
          throw thrown;
        }
      }
      case 'refresh_token': {
        const result = await refreshSession(store, request.refresh_token, clientId);
        if ('refusal' in result) throw invalidGrant(result.refusal);
        return c.json(result, 200);
      }
      default:
        return request satisfies never;
    }
  });

  app.openapi(revokeRoute(deps), async (c) => {
    await revokeSession(c.get('store'), c.req.valid('form').token, c.get('clientId'));
    return c.body(null, 200);
  });
};
