import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { requestFaultSchema } from '../../../contract/faults';
import { Refusal } from '../../problem';
import { body, json, PROBLEMS } from '../../routes/replies';
import type { EmulatorDeps } from '../create-emulator';
import type { SandboxEnv } from '../environment';
import { activeFaultSchema } from '../faults';
import { clockSchema, MAX_OFFSET_MS } from '../live-store';
import { KEPT_REQUESTS, recordedSchema, recordFilterSchema } from '../recorder';
import { FOR_ADMINS } from './admin';

const NOTHING = { 204: { description: 'Done' }, ...PROBLEMS };
const CLOCK = '/emulator/v1/clock';
const FAULTS = '/emulator/v1/faults';
const REQUESTS = '/emulator/v1/requests';

const clockReply = {
  200: json(clockSchema, 'Milliseconds; `now` since 1970'),
  ...PROBLEMS,
};

const readClock = createRoute({
  ...FOR_ADMINS,
  method: 'get',
  path: CLOCK,
  operationId: 'readClock',
  summary: 'What the clock of the service shows, on all instances',
  responses: clockReply,
});

const setClock = createRoute({
  ...FOR_ADMINS,
  method: 'put',
  path: CLOCK,
  operationId: 'setClock',
  summary: 'Sets the clock to a time, from where it goes on, or to a distance from the real time',
  request: {
    body: body(
      z.union([
        z.strictObject({ now: z.int().nonnegative() }),
        z.strictObject({ offsetMs: z.int().min(-MAX_OFFSET_MS).max(MAX_OFFSET_MS) }),
      ]),
    ),
  },
  responses: clockReply,
});

const advanceClock = createRoute({
  ...FOR_ADMINS,
  method: 'post',
  path: `${CLOCK}/advance`,
  operationId: 'advanceClock',
  summary: 'Puts the clock forward; two at once both count',
  request: { body: body(z.strictObject({ ms: z.int().min(0).max(MAX_OFFSET_MS) })) },
  responses: clockReply,
});

const resetClock = createRoute({
  ...FOR_ADMINS,
  method: 'delete',
  path: CLOCK,
  operationId: 'resetClock',
  summary: 'The real time again',
  responses: clockReply,
});

const listFaults = createRoute({
  ...FOR_ADMINS,
  method: 'get',
  path: FAULTS,
  operationId: 'listFaults',
  summary: 'The faults that are on at this instance, and how many requests met each',
  responses: {
    200: json(z.strictObject({ faults: z.array(activeFaultSchema) }), 'Faults'),
    ...PROBLEMS,
  },
});

const addFault = createRoute({
  ...FOR_ADMINS,
  method: 'post',
  path: FAULTS,
  operationId: 'addFault',
  summary: 'Switches a fault on beside those that are; at most 32',
  request: { body: body(requestFaultSchema) },
  responses: { 201: json(activeFaultSchema, 'It is on'), ...PROBLEMS },
});

const removeFault = createRoute({
  ...FOR_ADMINS,
  method: 'delete',
  path: `${FAULTS}/{id}`,
  operationId: 'removeFault',
  summary: 'Switches a fault off',
  request: { params: z.object({ id: z.coerce.number().int().positive() }) },
  responses: NOTHING,
});

const clearFaults = createRoute({
  ...FOR_ADMINS,
  method: 'delete',
  path: FAULTS,
  operationId: 'clearFaults',
  summary: 'Switches all faults off; a request that waits goes on waiting',
  responses: NOTHING,
});

const listRequests = createRoute({
  ...FOR_ADMINS,
  method: 'get',
  path: REQUESTS,
  operationId: 'listRequests',
  summary: `The last ${String(KEPT_REQUESTS)} requests to this instance, oldest first: no body, no header, no id of a person`,
  request: { query: recordFilterSchema },
  responses: {
    200: json(z.strictObject({ requests: z.array(recordedSchema) }), 'Requests'),
    ...PROBLEMS,
  },
});

const clearRequests = createRoute({
  ...FOR_ADMINS,
  method: 'delete',
  path: REQUESTS,
  operationId: 'clearRequests',
  summary: 'Forgets the recorded requests',
  responses: NOTHING,
});

const addClockRoutes = (app: OpenAPIHono<SandboxEnv>, { live, now }: EmulatorDeps): void => {
  app.openapi(readClock, async (c) => c.json(await live.clock.view(), 200));
  app.openapi(setClock, async (c) => {
    const to = c.req.valid('json');
    const offset = 'now' in to ? to.now - now() : to.offsetMs;
    return c.json(await live.clock.setOffset(() => offset), 200);
  });
  app.openapi(advanceClock, async (c) => {
    const { ms } = c.req.valid('json');
    return c.json(await live.clock.setOffset((offset) => offset + ms), 200);
  });
  app.openapi(resetClock, async (c) => c.json(await live.clock.setOffset(() => 0), 200));
};

/** Adds clock, faults and recorded requests. */
export const addControlRoutes = (app: OpenAPIHono<SandboxEnv>, deps: EmulatorDeps): void => {
  const { faults, recorder } = deps;
  addClockRoutes(app, deps);

  app.openapi(listFaults, (c) => c.json({ faults: faults.list() }, 200));
  app.openapi(addFault, (c) => c.json(faults.add(c.req.valid('json')), 201));
  app.openapi(removeFault, (c) => {
    if (!faults.remove(c.req.valid('param').id)) throw new Refusal('not_found');
    return c.body(null, 204);
  });
  app.openapi(clearFaults, (c) => {
    faults.clear();
    return c.body(null, 204);
  });

  app.openapi(listRequests, (c) => c.json({ requests: recorder.list(c.req.valid('query')) }, 200));
  app.openapi(clearRequests, (c) => {
    recorder.clear();
    return c.body(null, 204);
  });
};
