import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { registeredSchema, registerUserSchema } from '../../contract/http/users';
import { registrarOnly } from '../authenticate';
import type { AppDeps, BackendEnv, Store } from '../environment';
import { Refusal } from '../problem';
import { openSession } from '../storage/sessions';
import { addUser, findUser, toServiceUser } from '../storage/users';
import { body, json, PROBLEMS, REGISTRAR_SECURITY } from './replies';

const route = createRoute({
  method: 'post',
  path: '/v1/anonymous-users',
  operationId: 'registerAnonymousUser',
  summary: 'Registers an anonymous user under an id made by the client; repeatable',
  security: REGISTRAR_SECURITY,
  middleware: registrarOnly,
  request: { body: body(registerUserSchema) },
  responses: {
    200: json(registeredSchema, 'The id was registered before: the same user, fresh tokens'),
    201: json(registeredSchema, 'A new user'),
    ...PROBLEMS,
  },
});

interface Registration {
  readonly anonymousId: string;
  readonly product: string;
  readonly clientId: string;
  readonly newUserId: string;
}

/** Adds the user unless it is there, and opens a session: in one transaction, so it is all or nothing. */
const register = ({ db, tokens }: Store, request: Registration) =>
  db.transaction().execute(async (trx) => {
    const idHash = tokens.keys.hash('anonymous-id', request.anonymousId);
    const before = await findUser(trx, idHash);
    if ('refusal' in before && before.refusal !== 'unknown') return before;
    const isNew = await addUser(trx, {
      user_id: request.newUserId,
      id_hash: idHash,
      product: request.product,
      created_at: tokens.now(),
    });
    const found = await findUser(trx, idHash);
    if ('refusal' in found) return found;
    const session = await openSession(trx, tokens, found.user.user_id, request.clientId);
    return { isNew, user: found.user, tokens: session };
  });

/** Adds the registration of users. The limit counts new users only. */
export const addAnonymousUserRoutes = (app: OpenAPIHono<BackendEnv>, deps: AppDeps): void => {
  app.openapi(route, async (c) => {
    const { anonymousId, product } = c.req.valid('json');
    const [store, clientId] = [c.get('store'), c.get('clientId')];
    const idHash = store.tokens.keys.hash('anonymous-id', anonymousId);
    const isKnown = 'user' in (await findUser(store.db, idHash));
    const takeBack = isKnown
      ? undefined
      : await deps.limits.bookCreation(clientId, c.env.remoteAddress ?? '');
    const newUserId = deps.randomUUID();
    const result = await register(store, { anonymousId, product, clientId, newUserId });
    if (!('isNew' in result && result.isNew)) await takeBack?.();
    if ('refusal' in result) {
      throw new Refusal(result.refusal === 'disabled' ? 'user_disabled' : 'user_deleted');
    }
    // Also for a repeated request: the first one may have been cut off before its copy was written.
    await store.backup.refresh();
    const user = { ...toServiceUser(result.user), anonymousId };
    return c.json({ user, tokens: result.tokens }, result.isNew ? 201 : 200);
  });
};
