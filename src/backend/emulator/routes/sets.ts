import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { body, json, PROBLEMS } from '../../routes/replies';
import type { AloneWrite } from '../alone';
import type { EmulatorDeps } from '../create-emulator';
import type { SandboxEnv } from '../environment';
import { seedAccounts, seedSchema } from '../seed';
import { exportSet } from '../sets/export-set';
import { setCountsSchema } from '../sets/format';
import { importSet, refusedSetSchema } from '../sets/import-set';
import { pepperId, sealPepper, setPassphraseSchema } from '../sets/sealed-pepper';
import { createSnapshots, snapshotNameSchema, snapshotSchema } from '../snapshots';
import { chunksOf, toBody } from '../streams';
import { FOR_ADMINS } from './admin';

const NDJSON = 'application/x-ndjson';
const lines = { schema: z.string() };
const headers = z.object({ 'x-set-passphrase': setPassphraseSchema.optional() });

const seed = createRoute({
  ...FOR_ADMINS,
  method: 'post',
  path: '/emulator/v1/seed',
  operationId: 'seedAccounts',
  summary:
    'Makes accounts out of a seed: the same seed, the same accounts. Skips those that are there or were deleted',
  request: { body: body(seedSchema) },
  responses: {
    200: json(
      z.strictObject({
        created: z.int(),
        skipped: z.int(),
        anonymousIds: z.array(z.string()).max(1_000),
      }),
      'What was made; the ids only if `reveal` was set',
    ),
    ...PROBLEMS,
  },
});

const exportRoute = createRoute({
  ...FOR_ADMINS,
  method: 'get',
  path: '/emulator/v1/export',
  operationId: 'exportAccounts',
  summary:
    'All accounts with their tests, and the memory of deleted ones, one JSON object a line. With a passphrase the ' +
    'pepper goes along, sealed: only then another sandbox can use the set',
  request: { headers },
  responses: {
    200: { description: 'A set', content: { [NDJSON]: lines } },
    401: { description: 'Without the admin token' },
    ...PROBLEMS,
  },
});

const importRoute = createRoute({
  ...FOR_ADMINS,
  method: 'post',
  path: '/emulator/v1/import',
  operationId: 'importAccounts',
  summary:
    'Takes over a set: all of it or nothing. A set with another pepper needs its passphrase and an empty sandbox, or ' +
    '`mode=replace`, which removes what is there and ends all sessions',
  request: {
    headers,
    query: z.object({ mode: z.enum(['add', 'replace']).default('add') }),
    body: { required: true, content: { [NDJSON]: lines } },
  },
  responses: {
    200: json(setCountsSchema, 'Lines stored'),
    422: json(
      refusedSetSchema,
      'Nothing was stored: what is wrong, line by line, at most 100 of `total`',
    ),
    ...PROBLEMS,
  },
});

const SNAPSHOTS = '/emulator/v1/snapshots';
const ONE = `${SNAPSHOTS}/{name}`;
const named = { params: z.object({ name: snapshotNameSchema }) };
const snapshot = { 200: json(snapshotSchema, 'The snapshot'), ...PROBLEMS };

const listSnapshots = createRoute({
  ...FOR_ADMINS,
  method: 'get',
  path: SNAPSHOTS,
  operationId: 'listSnapshots',
  summary: 'Snapshots, oldest first',
  responses: {
    200: json(z.strictObject({ snapshots: z.array(snapshotSchema) }), 'Snapshots'),
    ...PROBLEMS,
  },
});

const makeSnapshot = createRoute({
  ...FOR_ADMINS,
  method: 'put',
  path: ONE,
  operationId: 'makeSnapshot',
  summary: 'Keeps all accounts as they are under a name, in place of an earlier one; at most 20',
  request: named,
  responses: snapshot,
});

const restoreSnapshot = createRoute({
  ...FOR_ADMINS,
  method: 'post',
  path: `${ONE}/restore`,
  operationId: 'restoreSnapshot',
  summary:
    'Puts all accounts back as they were; all sessions end. Clock and faults stay as they are',
  request: named,
  responses: snapshot,
});

const removeSnapshot = createRoute({
  ...FOR_ADMINS,
  method: 'delete',
  path: ONE,
  operationId: 'removeSnapshot',
  summary: 'Forgets a snapshot',
  request: named,
  responses: { 204: { description: 'Forgotten' }, ...PROBLEMS },
});

const addSnapshotRoutes = (
  app: OpenAPIHono<SandboxEnv>,
  { live }: EmulatorDeps,
  alone: AloneWrite,
): void => {
  const snapshots = createSnapshots(live, alone);
  app.openapi(listSnapshots, async (c) => c.json({ snapshots: await snapshots.list() }, 200));
  app.openapi(makeSnapshot, async (c) =>
    c.json(await snapshots.make(c.req.valid('param').name), 200),
  );
  app.openapi(restoreSnapshot, async (c) =>
    c.json(await snapshots.restore(c.req.valid('param').name), 200),
  );
  app.openapi(removeSnapshot, async (c) => {
    await snapshots.remove(c.req.valid('param').name);
    return c.body(null, 204);
  });
};

/** Adds what makes, moves and keeps many accounts at once. */
export const addSetRoutes = (
  app: OpenAPIHono<SandboxEnv>,
  deps: EmulatorDeps,
  alone: AloneWrite,
): void => {
  const { live, now, randomBytes, randomUUID, spoolFolder } = deps;
  addSnapshotRoutes(app, deps, alone);

  app.openapi(seed, async (c) =>
    c.json(await seedAccounts(c.get('store'), c.req.valid('json')), 200),
  );

  app.openapi(exportRoute, async (c) => {
    const passphrase = c.req.valid('header')['x-set-passphrase'];
    const pepper = live.pepper();
    const set = exportSet(c.get('store').db, {
      type: 'set',
      version: 1,
      exportedAt: now(),
      pepperId: pepperId(pepper),
      ...(passphrase === undefined
        ? {}
        : { pepper: await sealPepper(pepper, passphrase, randomBytes) }),
    });
    return c.body(toBody(set), 200, {
      'content-type': NDJSON,
      'content-disposition': 'attachment; filename="accounts.ndjson"',
    });
  });

  app.openapi(importRoute, async (c) => {
    const chunks = chunksOf(c.req.raw.body);
    const passphrase = c.req.valid('header')['x-set-passphrase'];
    const { mode } = c.req.valid('query');
    const importDeps = { live, alone, spoolFolder, randomUUID };
    const result = await importSet(importDeps, { chunks, passphrase, mode });
    if ('stored' in result) return c.json(result.stored, 200);
    return c.json(result.refused, 422);
  });
};
