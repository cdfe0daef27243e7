import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { registeredSchema, registerUserSchema } from '../../contract/http/users';
import { registrarOnly } from '../authenticate';
import type { AppDeps, BackendEnv } from '../environment';
import { openSession, pruneSessions } from '../storage/sessions';
import { findOrAddUser, toServiceUser } from '../storage/users';
import { body, json, PROBLEMS } from './replies';

const route = createRoute({
  method: 'post',
  path: '/v1/anonymous-users',
  operationId: 'registerAnonymousUser',
  summary: 'Registers an anonymous user under an id made by the client; repeatable',
  security: [{ clientToken: [] }],
  middleware: registrarOnly,
  request: { body: body(registerUserSchema) },
  responses: {
    200: json(registeredSchema, 'The id was registered before: the same user, fresh tokens'),
    201: json(registeredSchema, 'A new user'),
    ...PROBLEMS,
  },
});

/** Adds the registration of users: one transaction, so it is all or nothing. The limit counts new users only. */
export const addAnonymousUserRoutes = (app: OpenAPIHono<BackendEnv>, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const { anonymousId, product } = c.req.valid('json');
    const [store, clientId] = [c.get('store'), c.get('clientId')];
    const newcomer = {
      user_id: deps.randomUUID(),
      id_hash: store.keys.hash('anonymous-id', anonymousId),
      product,
      created_at: store.now(),
    };
    const { isNew, row, tokens } = await store.write(async (trx) => {
      const { isNew, row } = await findOrAddUser(trx, store, newcomer);
      // Refused, the user is taken back.
      if (isNew) await deps.limits?.countCreation(clientId, c.env.remoteAddress ?? '');
      else await pruneSessions(trx, row.user_id);
      return { isNew, row, tokens: await openSession(trx, store, row.user_id, clientId) };
    });
    // Also for a repeated request: the first one may have been cut off before its copy was written.
    await store.backup.refresh();
    return c.json({ user: { ...toServiceUser(row), anonymousId }, tokens }, isNew ? 201 : 200);
  });
};
