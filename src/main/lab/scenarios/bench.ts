import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { maskAnonymousId, type AnonymousId } from '../../../contract/anonymous-id';
import { AppError, toAppError } from '../../../contract/errors';
import type {
  Expectation,
  ExpectationName,
  ScenarioStep,
} from '../../../contract/ipc/lab/scenarios';
import type { AnswerOf, AskName, InputOf, Look, ScratchService, StartOrder } from './protocol';
import { PLAIN_START } from './protocol';
import type { ScratchProcess, Spares } from './scratch-process';

/** How an app of a scenario is started, where that is not a plain start of the first product on its own data. */
interface AppOptions extends Partial<Pick<StartOrder, keyof typeof PLAIN_START>> {
  /** Names the data folder. */
  readonly data?: string;
  /** What the start is noted as. */
  readonly step?: ScenarioStep;
}

type Id = string | null;

/** An app of a scenario. */
export interface ScratchApp {
  readonly process: ScratchProcess;
  /** Its data folder. */
  readonly folder: string;
  ask<N extends AskName>(name: N, input: InputOf<N>): Promise<AnswerOf<N>>;
  look(): Promise<Look>;
  /** Ends it in an orderly way. */
  stop(): Promise<void>;
}

/** What a scenario is played on: scratch folders, a scratch service, and somewhere to note what comes of it. */
export interface Bench {
  /** The scenario's own folder. */
  readonly folder: string;
  /** Notes that this is done now. */
  step(step: ScenarioStep): void;
  /** Notes what should be there and what is. */
  expect(what: ExpectationName, expected: string | number, actual: string | number): void;
  /** The same for ids, of which only the ends are noted. */
  expectIds(what: ExpectationName, expected: readonly Id[], actual: readonly Id[]): void;
  /** Notes the start of an app, then starts it. */
  start(options?: AppOptions): Promise<ScratchApp>;
  /** Users made on the service since the scenario began. */
  usersMade(): Promise<number>;
  disable(userId: string): Promise<void>;
}

/** Where a bench notes things. */
export interface Notes {
  step(step: ScenarioStep): void;
  expectation(expectation: Omit<Expectation, 'after'>): void;
}

interface BenchDeps {
  readonly folder: string;
  readonly keyring: string;
  readonly spares: Spares;
  readonly service: ServiceProcess;
  readonly notes: Notes;
  readonly signal: AbortSignal;
}

/** Ids as they may be shown: in full they are passwords, even where they are scratch users'. */
const masked = (ids: readonly Id[]): string =>
  ids.map((id) => (id === null ? 'none' : maskAnonymousId(id as AnonymousId))).join(', ');

/** The code of what `attempt` fails with, or `none`. */
export const errorOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'none',
    (thrown: unknown) => toAppError(thrown).code,
  );

/** A scratch service in a process of its own. */
export interface ServiceProcess {
  readonly process: ScratchProcess;
  readonly service: ScratchService;
}

/** Makes a process a scratch service with its storage in `folder`. */
export const startService = async (
  process: ScratchProcess,
  folder: string,
): Promise<ServiceProcess> => ({ process, service: await process.ask('serve', { folder }) });

/** Makes a stand-in for the system's keyring. */
export const makeKeyring = (folder: string): string => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'keyring.bin');
  writeFileSync(path, randomBytes(32), { mode: 0o600 });
  return path;
};

/** Lays out what one scenario needs; `close` ends its processes and removes its folder. */
export const openBench = async (deps: BenchDeps): Promise<Bench & { close(): Promise<void> }> => {
  const { folder, keyring, spares, service, notes, signal } = deps;
  const open = new Set<ScratchProcess>();
  const countUsers = () => service.process.ask('countUsers', null);
  const usersBefore = await countUsers();

  const assertGoesOn = (): void => {
    if (signal.aborted) throw new AppError('session/cancelled');
  };

  const start = async (options: AppOptions = {}): Promise<ScratchApp> => {
    assertGoesOn();
    const {
      data = 'one',
      step = options.isOffline ? 'start-offline' : 'start',
      ...unusual
    } = options;
    notes.step(step);
    const order: StartOrder = {
      ...PLAIN_START,
      ...unusual,
      ...{ folder: join(folder, data), keyring, service: service.service },
    };
    const process = spares.take();
    open.add(process);
    void process.gone.then(() => open.delete(process));
    await process.ask('start', order);
    const ask: ScratchApp['ask'] = (name, input) => {
      assertGoesOn();
      return process.ask(name, input);
    };
    return {
      process,
      folder: order.folder,
      ask,
      look: () => ask('look', null),
      async stop() {
        await ask('stop', null);
        await process.kill();
      },
    };
  };

  return {
    folder,
    step: (step) => {
      assertGoesOn();
      notes.step(step);
    },
    expect: (what, expected, actual) => {
      const [wanted, found] = [String(expected), String(actual)];
      notes.expectation({ what, expected: wanted, actual: found, ok: wanted === found });
    },
    expectIds: (what, expected, actual) => {
      const ok = expected.join() === actual.join();
      notes.expectation({ what, expected: masked(expected), actual: masked(actual), ok });
    },
    start,
    usersMade: async () => (await countUsers()) - usersBefore,
    disable: (userId) => service.process.ask('disableUser', { userId }),
    async close() {
      await Promise.all([...open].map((process) => process.kill()));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
