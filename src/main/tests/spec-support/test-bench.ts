import { randomUUID } from 'node:crypto';
import type { TestAnswer, TestSetup, TestStep, TestTrial } from '../../../contract/ipc/tests';
import { hearingTestSchema } from '../../../contract/hearing-test';
import type { HearingTest } from '../../../hearing/hearing-test';
import type { AudioOutputPort, OutputReading } from '../../audio-output/audio-output';
import { nodeFileSystem } from '../../files/file-system';
import { EMPTY_RECORDS } from '../../mimi-core/records';
import { createFakeClock } from '../../mimi-core/spec-support/fake-clock';
import { createFaultyFileSystem } from '../../secrets/spec-support/faulty-file-system';
import { setUpStore } from '../../secrets/spec-support/store-bench';
import { createCheckpoints } from '../checkpoint';
import { createTestRun } from '../test-run';
import type { TestRun } from '../test-run-types';

export const SETUP: TestSetup = {
  engine: 'bayesian',
  calibration: { type: 'model', headphones: 'sennheiser-hda-200', splAtFullScaleDb: 100 },
  firstEar: 'right',
};

const HEADPHONES: OutputReading = {
  id: 'usb',
  device: { name: 'USB', channels: 2, sampleRateHz: 48_000 },
  volume: 0.5,
};

/** An output changed by hand, as a person or a loose plug does. */
interface FakeOutput extends AudioOutputPort {
  now: OutputReading;
  /** What setting the volume comes to; null: what was asked for. */
  stuckAt: number | null;
  change(change: Partial<OutputReading>): void;
}

const createFakeOutput = (): FakeOutput => {
  const output: FakeOutput = {
    now: HEADPHONES,
    stuckAt: null,
    change(change) {
      output.now = { ...output.now, ...change };
    },
    read: async () => output.now,
    setVolume: async (volume) => {
      output.change({ volume: output.stuckAt ?? volume });
      return output.now;
    },
  };
  return output;
};

/** Hears from 10 dB HL up in the right ear, and from 30 in the left one. */
export const heardBy = ({ ear, levelDbHl, silent }: TestTrial): boolean =>
  !silent && levelDbHl >= (ear === 'right' ? 10 : 30);

export const answerTo = (trial: TestTrial, heard = heardBy(trial)): TestAnswer => ({
  trial: trial.index,
  outcome: heard ? { type: 'response', reactionTimeMs: 400 + trial.index } : { type: 'silence' },
  spontaneousPresses: 0,
});

/** The trial of a step that is one. */
export const trialOf = (step: TestStep): TestTrial => {
  if (step.type !== 'present') throw new Error(`not a trial: ${step.type}`);
  return step.trial;
};

/** Answers up to `most` trials as `heardBy` has it, from `step` on, without a rest; what comes then. */
export const take = async (run: TestRun, step: TestStep, most = Infinity): Promise<TestStep> => {
  let next = step;
  for (let count = 0; next.type === 'present' && count < most; count += 1) {
    next = await run.answer(answerTo(next.trial));
    if (next.type === 'paused') next = await run.goOn();
  }
  return next;
};

/** A secret store on a disk that can fail, an output, and as many runs of the app on them as a test wants. */
export const setUpTests = async ({ keyring = true } = {}) => {
  const fs = createFaultyFileSystem(nodeFileSystem);
  const store = setUpStore(fs);
  if (!keyring) store.keyring.state = 'none';
  await store.run().update(() => ({ ...EMPTY_RECORDS }));
  const output = createFakeOutput();
  const clock = createFakeClock();
  const bench = {
    ...store,
    fs,
    output,
    clock,
    person: { userId: 'ann', yearOfBirth: 1966 } as ReturnType<
      Parameters<typeof createTestRun>[0]['user']
    >,
    stored: [] as { readonly userId: string; readonly test: HearingTest }[],
    storing: async (): Promise<void> => undefined,
    changes: 0,
    /** Starts the app: what is not on disk is gone. */
    async start(userId: string | null = 'ann') {
      const secrets = store.run();
      await secrets.read();
      if (!keyring) await secrets.update(() => ({ ...EMPTY_RECORDS }));
      const run = createTestRun({
        checkpoints: createCheckpoints(store.folder, secrets),
        clock,
        randomSeed: () => 7,
        newTestId: randomUUID,
        audioOutput: output,
        frequenciesHz: [1000, 4000],
        user: () => bench.person,
        storeTest: async (id, test) => {
          await bench.storing();
          bench.stored.push({ userId: id, test: hearingTestSchema.parse(test) });
        },
        changed: () => void (bench.changes += 1),
      });
      await run.show(userId);
      return run;
    },
  };
  return bench;
};
