import { OpenAPIHono } from '@hono/zod-openapi';
import { Refusal } from '../problem';
import { createAloneWrite } from './alone';
import type { SandboxEnv } from './environment';
import type { Faults } from './faults';
import type { Gate } from './gate';
import type { LiveStore } from './live-store';
import type { Recorder } from './recorder';
import { addAccountRoutes } from './routes/accounts';
import { adminOnly } from './routes/admin';
import { addControlRoutes } from './routes/controls';
import { addSetRoutes } from './routes/sets';
import { prepareSnapshots } from './snapshots';

/** What the emulator's routes work on. */
export interface EmulatorDeps {
  readonly live: LiveStore;
  readonly faults: Faults;
  readonly recorder: Recorder;
  readonly gate: Gate;
  readonly adminToken: string;
  /** Where a set lies while it is imported. */
  readonly spoolFolder: string;
  /** The real time in milliseconds since 1970. */
  readonly now: () => number;
  readonly randomUUID: () => string;
  readonly randomBytes: (size: number) => Uint8Array;
}

/** Creates `/emulator/v1`: everything below it needs the admin token, what does not exist too. */
export const createEmulator = async (deps: EmulatorDeps): Promise<OpenAPIHono<SandboxEnv>> => {
  const { live, gate, adminToken } = deps;
  const alone = createAloneWrite(live, gate);
  await prepareSnapshots(alone);
  const app = new OpenAPIHono<SandboxEnv>({
    defaultHook: (result) => {
      if (!result.success) throw new Refusal('invalid_request');
    },
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'adminToken', {
    type: 'http',
    scheme: 'bearer',
    description: 'The admin token, printed when the sandbox starts',
  });
  app.use('/emulator/*', adminOnly(adminToken), async (c, next) => {
    c.set('store', await live.current());
    await next();
    c.header('cache-control', 'no-store');
  });
  addAccountRoutes(app, deps, alone);
  addControlRoutes(app, deps);
  addSetRoutes(app, deps, alone);
  app.all('/emulator/*', () => {
    throw new Refusal('not_found');
  });
  return app;
};
