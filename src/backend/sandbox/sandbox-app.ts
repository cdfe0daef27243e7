import { OpenAPIHono } from '@hono/zod-openapi';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { createApp } from '../app';
import { createEmulator } from '../emulator/create-emulator';
import type { SandboxEnv } from '../emulator/environment';
import { createFaults } from '../emulator/faults';
import { createGate } from '../emulator/gate';
import { createLiveStore } from '../emulator/live-store';
import { receive } from '../emulator/receive';
import { createRecorder } from '../emulator/recorder';
import { simulate } from '../emulator/simulate';
import type { Client } from '../environment';
import { createLimits, type LimitSettings } from '../limits';
import { answerRefusal, Refusal, toRefusal } from '../problem';
import type { OpenedDatabase } from '../storage/store';
import { createDocs } from './docs';
import { createObservation } from './observe';
import { createOperations } from './operations';

export interface SandboxAppDeps {
  readonly opened: OpenedDatabase;
  readonly client: Client;
  readonly adminToken: string;
  readonly limits: LimitSettings;
  readonly log: Logger;
  /** The real time in milliseconds since 1970. */
  readonly now: () => number;
  readonly random: () => number;
  readonly randomUUID: () => string;
  readonly randomBytes: (size: number) => Uint8Array;
  /** A folder for what is there only while a request runs. */
  readonly spoolFolder: string;
}

const INFO = { title: 'Mimi Companion service', version: '1.0.0' };

/**
 * Creates what a sandbox serves: the backend as it is everywhere, behind faults and recorder; beside it, met by no
 * fault, the emulator and what operators ask. `isStopping`: connections are not kept any more.
 */
export const createSandboxApp = async (
  deps: SandboxAppDeps,
  isStopping: () => boolean,
): Promise<OpenAPIHono<SandboxEnv>> => {
  const { opened, now, randomUUID } = deps;
  const live = await createLiveStore(opened, deps);
  const [gate, faults, recorder] = [createGate(), createFaults(deps.random), createRecorder()];
  const seconds = (): number => performance.now() / 1000;
  const { middleware, metrics } = createObservation({ ...deps, seconds, isStopping });
  let isDamaged = false;

  const app = new OpenAPIHono<SandboxEnv>();
  app.onError((error, c) => answerRefusal(c, toRefusal(error)));
  app.notFound((c) => answerRefusal(c, new Refusal('not_found')));
  app.use(middleware);
  const isReady = async (): Promise<boolean> => {
    if (isStopping() || isDamaged) return false;
    const asked = sql`SELECT 1`.execute(opened.store.db);
    return asked.then(
      () => true,
      () => false,
    );
  };
  const document = () => app.getOpenAPI31Document({ openapi: '3.1.0', info: INFO });
  app.route('/', createOperations({ isReady, metrics, document }));
  app.route('/', createDocs());
  app.route('/', await createEmulator({ ...deps, live, gate, faults, recorder }));
  app.use(receive(recorder, now), simulate({ faults, gate, randomUUID }));
  const service = createApp({
    clients: [deps.client],
    currentYear: () => new Date(live.clock.now()).getFullYear(),
    randomUUID,
    limits: createLimits(deps.limits),
    store: () => (isDamaged ? Promise.resolve(null) : live.current()),
    onDamage: () => (isDamaged = true),
  });
  app.route('/', service);
  return app;
};
