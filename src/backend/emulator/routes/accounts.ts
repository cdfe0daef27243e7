import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import {
  anonymousIdSchema,
  registerUserSchema,
  shortTextSchema,
} from '../../../contract/http/users';
import { hearingTestSchema } from '../../../contract/hearing-test';
import { Refusal } from '../../problem';
import { body, json, PROBLEMS } from '../../routes/replies';
import { storeTest } from '../../storage/hearing-tests';
import { eraseUser, findOrAddUser } from '../../storage/users';
import {
  accountPageSchema,
  accountSchema,
  pageLimitSchema,
  readAccount,
  readAccounts,
  removeEverything,
  searchSchema,
  setDisabled,
} from '../accounts';
import type { AloneWrite } from '../alone';
import type { EmulatorDeps } from '../create-emulator';
import type { SandboxEnv } from '../environment';
import { FOR_ADMINS } from './admin';

const PATH = '/emulator/v1/accounts';
const ONE = `${PATH}/{userId}`;
const params = z.object({ userId: shortTextSchema });
const page = json(
  accountPageSchema,
  'One page, newest first; `next` is the cursor of the next one',
);
const account = json(accountSchema, 'The account');

const list = createRoute({
  ...FOR_ADMINS,
  method: 'get',
  path: PATH,
  operationId: 'listAccounts',
  summary: 'All accounts, newest first; none shows an anonymousId, which is not stored',
  request: {
    query: z.object({
      cursor: searchSchema.shape.cursor,
      limit: z.coerce.number().pipe(pageLimitSchema).default(50),
    }),
  },
  responses: { 200: page, ...PROBLEMS },
});

const search = createRoute({
  ...FOR_ADMINS,
  method: 'post',
  path: `${PATH}/search`,
  operationId: 'searchAccounts',
  summary:
    'Accounts of which all that is given holds: beginnings of userId and product, anonymousId, creation',
  request: { body: body(searchSchema) },
  responses: { 200: page, ...PROBLEMS },
});

const createdSchema = accountSchema.extend({ anonymousId: anonymousIdSchema });

const create = createRoute({
  ...FOR_ADMINS,
  method: 'post',
  path: PATH,
  operationId: 'createAccount',
  summary:
    'Makes an account; the reply is the only one that ever tells its anonymousId. 409: the id is or was used',
  request: {
    body: body(
      registerUserSchema.partial({ anonymousId: true }).extend({
        hearingTests: z.array(hearingTestSchema).max(20).default([]),
      }),
    ),
  },
  responses: { 201: json(createdSchema, 'A new account'), ...PROBLEMS },
});

const read = createRoute({
  ...FOR_ADMINS,
  method: 'get',
  path: ONE,
  operationId: 'readAccount',
  summary: 'One account',
  request: { params },
  responses: { 200: account, ...PROBLEMS },
});

const change = createRoute({
  ...FOR_ADMINS,
  method: 'patch',
  path: ONE,
  operationId: 'changeAccount',
  summary: 'Disables an account or enables it again; its sessions are refused meanwhile',
  request: { params, body: body(z.strictObject({ isDisabled: z.boolean() })) },
  responses: { 200: account, ...PROBLEMS },
});

const remove = createRoute({
  ...FOR_ADMINS,
  method: 'delete',
  path: ONE,
  operationId: 'deleteAccount',
  summary: 'Deletes an account as its user would; the id can never be used again',
  request: { params },
  responses: { 204: { description: 'Deleted' }, ...PROBLEMS },
});

const clear = createRoute({
  ...FOR_ADMINS,
  method: 'delete',
  path: PATH,
  operationId: 'deleteAllAccounts',
  summary:
    'Empties the sandbox: accounts, memory of deleted ids, sessions. Waits for running requests',
  responses: { 204: { description: 'Empty' }, ...PROBLEMS },
});

/** Adds what there is to do with accounts. */
export const addAccountRoutes = (
  app: OpenAPIHono<SandboxEnv>,
  { live, randomUUID }: EmulatorDeps,
  alone: AloneWrite,
): void => {
  app.openapi(list, async (c) =>
    c.json(await readAccounts(c.get('store').db, c.req.valid('query')), 200),
  );

  app.openapi(search, async (c) => {
    const { anonymousId, ...asked } = c.req.valid('json');
    const { db, keys } = c.get('store');
    const idHash = anonymousId === undefined ? undefined : keys.hash('anonymous-id', anonymousId);
    return c.json(await readAccounts(db, { ...asked, idHash }), 200);
  });

  app.openapi(create, async (c) => {
    const { product, hearingTests, anonymousId = randomUUID() } = c.req.valid('json');
    const store = c.get('store');
    const { db, keys, now } = store;
    const row = {
      user_id: randomUUID(),
      id_hash: keys.hash('anonymous-id', anonymousId),
      product,
      created_at: now(),
    };
    await store.write(async (trx) => {
      if (!(await findOrAddUser(trx, store, row)).isNew) throw new Refusal('conflict');
    });
    for (const test of hearingTests) await storeTest(store, row.user_id, test);
    const made = await readAccount(db, row.user_id);
    if (made === null) throw new Refusal('conflict');
    return c.json({ ...made, anonymousId }, 201);
  });

  app.openapi(read, async (c) => {
    const found = await readAccount(c.get('store').db, c.req.valid('param').userId);
    if (found === null) throw new Refusal('not_found');
    return c.json(found, 200);
  });

  app.openapi(change, async (c) => {
    const { db, write, now } = c.get('store');
    const { userId } = c.req.valid('param');
    const { isDisabled } = c.req.valid('json');
    await write((trx) => setDisabled(trx, userId, isDisabled ? now() : null));
    const found = await readAccount(db, userId);
    if (found === null) throw new Refusal('not_found');
    return c.json(found, 200);
  });

  app.openapi(remove, async (c) => {
    const store = c.get('store');
    const { userId } = c.req.valid('param');
    if ((await readAccount(store.db, userId)) === null) throw new Refusal('not_found');
    await eraseUser(store, userId);
    return c.body(null, 204);
  });

  app.openapi(clear, async (c) => {
    await alone((trx) => removeEverything(trx, live.dialect));
    return c.body(null, 204);
  });
};
