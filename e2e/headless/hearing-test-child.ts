import { writeSync } from 'node:fs';
import type { TestAnswer, TestStep, TestTrial } from '../../src/contract/ipc/tests';
import type { HearingTest } from '../../src/hearing/hearing-test';
import type { Companion } from '../../src/main/app/create-companion';
import { nodeFileSystem, type FileSystem } from '../../src/main/files/file-system';
import { MimiAuthRoute } from '../../src/main/mimi-core/mimi-auth-route';
import { compose } from './compose';
import { YEAR_OF_BIRTH } from './flows';
import { seededRandom } from './mutations';
import { whenAtRest } from '../../src/main/lab/scenarios/at-rest';

/** What a run is told on its command line. */
export interface HearingTestOrder {
  readonly folder: string;
  readonly keyring: string;
  /** A number in [0, 1): all of the app's randomness. */
  readonly random: number;
  /** Number of the call to the disk at which it kills itself; null: never. */
  readonly killAt: number | null;
  /** Whether the calls are counted from the first answer or from storing the finished test. */
  readonly from: 'test' | 'storing';
}

/** One line of a run's output. */
export type HearingTestFact =
  | { readonly fact: 'resumed'; readonly progress: number }
  | { readonly fact: 'trial'; readonly trial: TestTrial }
  /** `steps`: calls to the disk until the test was finished. */
  | { readonly fact: 'done'; readonly steps: number; readonly tests: readonly HearingTest[] };

const tell = (fact: HearingTestFact): void => void writeSync(1, `${JSON.stringify(fact)}\n`);

/** A kill point at the calls to the disk that change something. */
const createKillPoint = ({ killAt, from }: HearingTestOrder) => {
  let count = 0;
  let isArmed = false;
  const step = (): void => {
    if (!isArmed) return;
    count += 1;
    while (count === killAt) process.kill(process.pid, 'SIGKILL');
  };
  const before =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      step();
      return call(...args);
    };
  const disk: FileSystem = {
    ...nodeFileSystem,
    async create(path) {
      step();
      const file = await nodeFileSystem.create(path);
      return { write: before(file.write), sync: before(file.sync), close: before(file.close) };
    },
    rename: before(nodeFileSystem.rename),
    unlink: before(nodeFileSystem.unlink),
    syncFolder: before(nodeFileSystem.syncFolder),
  };
  const armFor = (phase: HearingTestOrder['from']): void => {
    isArmed ||= phase === from;
  };
  return { disk, armFor, count: () => count };
};

/** The same listener in every run: some hearing, some chance, decided by nothing but the trial. */
const answerOf = ({ index, ear, frequencyHz, levelDbHl, silent }: TestTrial): TestAnswer => {
  const random = seededRandom(index * 7919 + frequencyHz + (ear === 'left' ? 1 : 0));
  const threshold = (ear === 'left' ? 25 : 8) + frequencyHz / 400;
  const chance = silent ? 0.05 : 0.03 + 0.94 / (1 + Math.exp((threshold - levelDbHl) / 2));
  const isHeard = random() < chance;
  return {
    trial: index,
    outcome:
      random() < 0.03
        ? { type: 'discarded' }
        : isHeard
          ? { type: 'response', reactionTimeMs: Math.round(200 + 600 * random()) }
          : { type: 'silence' },
    spontaneousPresses: random() < 0.02 ? 1 : 0,
  };
};

const CALIBRATION = {
  type: 'model',
  headphones: 'sennheiser-hda-200',
  splAtFullScaleDb: 100,
} as const;

/** Goes on with the unfinished test; begins one where there is none, and none was finished. */
const firstStep = async ({ testRun, storedTests }: Companion): Promise<TestStep | null> => {
  const run = await testRun.loaded();
  // In its turn: what was finished before this start is stored by then.
  await run.goOn().catch(() => undefined);
  const unfinished = testRun.view();
  if (unfinished) {
    tell({ fact: 'resumed', progress: unfinished.progress });
    return run.resume({ calibration: CALIBRATION });
  }
  const { tests } = await storedTests.testHistory(null);
  if (tests.length > 0) return null;
  return run.begin({ engine: 'bayesian', calibration: CALIBRATION, firstEar: 'right' });
};

const takeTest = async (companion: Companion): Promise<void> => {
  const run = await companion.testRun.loaded();
  let step = await firstStep(companion);
  while (step && step.type !== 'finished') {
    if (step.type === 'present') tell({ fact: 'trial', trial: step.trial });
    step = step.type === 'present' ? await run.answer(answerOf(step.trial)) : await run.goOn();
  }
};

const carryOut = async (order: HearingTestOrder): Promise<void> => {
  const killPoint = createKillPoint(order);
  let isTesting = false;
  const nothing = { id: null, device: null, volume: null };
  const step = (name: string): void => {
    // During a test nothing else is written to the secret store.
    if (isTesting && name === 'update/begin') killPoint.armFor('storing');
  };
  const headless = await compose({ ...order, ahead: 0 }, step, {
    disk: killPoint.disk,
    random: () => order.random,
    audioOutput: {
      read: async () => nothing,
      setVolume: async () => nothing,
    },
  });
  const { companion } = headless;
  companion.start();
  await companion.core.ready;
  const users = companion.core.userController;
  if (!users.mimiUser.state.value) {
    const made = { newProfile: true, yearOfBirth: YEAR_OF_BIRTH };
    await users.authenticate(MimiAuthRoute.Anonymously(made));
  }
  await whenAtRest(headless);
  isTesting = true;
  killPoint.armFor('test');
  await takeTest(companion);
  isTesting = false;
  const steps = killPoint.count();
  await whenAtRest(headless);
  const { tests } = await companion.storedTests.testHistory(null);
  tell({ fact: 'done', steps, tests });
  await companion.dispose();
};

const [order] = process.argv.slice(2);
if (order !== undefined) await carryOut(JSON.parse(order) as HearingTestOrder);
