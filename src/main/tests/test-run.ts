import { AppError } from '../../contract/errors';
import type { UnfinishedTestView } from '../../contract/ipc/snapshot';
import type { AudioOutput, TestAnswer, TestStep } from '../../contract/ipc/tests';
import type { PauseReason } from '../../contract/pause-reasons';
import type { Calibration } from '../../hearing/calibration';
import type { ThresholdTest } from '../../hearing/threshold-test/threshold-test';
import type { Answer, Trial } from '../../hearing/threshold-test/types';
import type { OutputReading } from '../audio-output/audio-output';
import { createInTurn } from '../files/in-turn';
import type { Checkpoint } from './checkpoint';
import {
  answered,
  ceilingsOf,
  finishedTest,
  newCheckpoint,
  recalibrated,
  testOf,
} from './compose-test';
import { createOutputHold } from './output-hold';
import type { TestRun, TestRunDeps } from './test-run-types';

/** A test begun; `live` while a window takes it. */
interface Begun {
  checkpoint: Checkpoint;
  readonly test: ThresholdTest;
  live: { paused: PauseReason | null; readonly ceilings: Readonly<Record<number, number>> } | null;
}

const answerOf = ({ outcome, spontaneousPresses }: TestAnswer): Answer => ({
  ...outcome,
  spontaneousPresses,
});

const viewOf = ({ checkpoint, test, live }: Begun): UnfinishedTestView => {
  const { left, right } = test.result().ears;
  return {
    engine: checkpoint.config.engine,
    startedAt: checkpoint.startedAt,
    progress: test.progress(),
    ear: test.trial()?.ear ?? checkpoint.config.firstEar,
    found: { left: [...left], right: [...right] },
    paused: live?.paused ?? null,
  };
};

/** A test resumed with another calibration may ask for more than that one allows. */
const playedLevel = (
  { levelDbHl, frequencyHz }: Trial,
  { ceilings }: NonNullable<Begun['live']>,
): number => Math.min(levelDbHl, ceilings[frequencyHz] ?? levelDbHl);

const toldOf = ({ device, volume }: OutputReading): AudioOutput => ({ device, volume });

/**
 * Runs a hearing test. Every answer is durable before the next trial is told, so what was answered is never asked
 * again, whenever the app ends. Nothing is shown as finished that is not stored.
 */
export const createTestRun = (deps: TestRunDeps): TestRun => {
  const { checkpoints, clock, changed } = deps;
  const hold = createOutputHold(deps.audioOutput, clock);
  let shown: string | null = null;
  let begun: Begun | null = null;
  let isMicrophoneAllowed = false;

  const inTurn = createInTurn();

  const stop = (): void => {
    hold.release();
    if (begun) begun.live = null;
  };

  /** Gives up the window and, with `begun` null, the test it shows. */
  const leave = (kept = begun): void => {
    const isNews = begun !== kept || begun?.live;
    stop();
    hold.settle(null);
    begun = kept;
    isMicrophoneAllowed = false;
    if (isNews) changed();
  };

  const running = () => {
    if (!begun?.live) throw new AppError('tests/none-running');
    return { run: begun, live: begun.live };
  };

  const standStill = (reason: PauseReason): void => {
    if (!begun?.live) return;
    hold.release();
    begun.live.paused = reason;
    changed();
  };

  /** Stored first: a crash before the checkpoint is gone stores it once more, under the same id. */
  const finish = async (run: Begun): Promise<TestStep> => {
    const { userId, testId } = run.checkpoint;
    await deps.storeTest(userId, finishedTest(run.checkpoint, run.test));
    await checkpoints.remove(userId).catch(() => undefined);
    if (begun === run) leave(null);
    return { type: 'finished', testId };
  };

  const step = async (): Promise<TestStep> => {
    const { run, live } = running();
    const trial = run.test.trial();
    if (!trial) return finish(run);
    if (live.paused) return { type: 'paused', reason: live.paused };
    return { type: 'present', trial: { ...trial, levelDbHl: playedLevel(trial, live) } };
  };

  const go = async (run: Omit<Begun, 'live'>, calibration: Calibration): Promise<TestStep> => {
    // Levels hold for the volume of the pre-flight: turned up since, a tone would be louder than any ceiling.
    const paused = await hold.moved();
    // Somebody else's window now.
    if (run.checkpoint.userId !== shown) throw new AppError('tests/none-running');
    begun = { ...run, live: { paused, ceilings: ceilingsOf(calibration) } };
    if (paused === null) hold.watch(standStill);
    changed();
    return step();
  };

  const person = () => {
    const user = deps.user();
    if (!user) throw new AppError('session/no-user');
    if (user.yearOfBirth === null) throw new AppError('tests/no-year-of-birth');
    return { userId: user.userId, yearOfBirth: user.yearOfBirth };
  };

  const found = async (userId: string): Promise<Begun | null> => {
    const checkpoint = await checkpoints.find(userId);
    if (!checkpoint) return null;
    try {
      return { checkpoint, test: testOf(checkpoint), live: null };
    } catch {
      // Nobody can finish it.
      await checkpoints.remove(userId).catch(() => undefined);
      return null;
    }
  };

  return {
    view: () => begun && viewOf(begun),
    async show(userId) {
      if (userId === shown) return;
      shown = userId;
      leave(null);
      await inTurn(async () => {
        if (userId === null || userId !== shown || begun) return;
        const run = await found(userId);
        if (userId !== shown || !run) return;
        begun = run;
        changed();
        // Answered to the end, but not stored before the app ended; failing, it is tried again with the next call.
        if (!run.test.trial()) await finish(run).catch(() => undefined);
      });
    },
    begin: (setup) =>
      inTurn(async () => {
        const who = person();
        stop();
        if (begun && !begun.test.trial()) await finish(begun);
        const checkpoint = newCheckpoint({
          ...{ person: who, setup, frequenciesHz: deps.frequenciesHz, now: clock.now() },
          output: await hold.take(),
          testId: deps.newTestId(),
          seed: deps.randomSeed(),
        });
        const test = testOf(checkpoint);
        await checkpoints.save(checkpoint);
        return go({ checkpoint, test }, setup.calibration);
      }),
    resume: ({ calibration }) =>
      inTurn(async () => {
        if (!begun) throw new AppError('tests/none-unfinished');
        const run = begun;
        stop();
        if (!run.test.trial()) return finish(run);
        const checkpoint = recalibrated(run.checkpoint, calibration, await hold.take());
        // A calibration that leaves nothing to play is refused as for a new test.
        const config = { ...checkpoint.config, ceilingDbHl: ceilingsOf(calibration) };
        testOf({ ...checkpoint, config, answers: [] });
        await checkpoints.save(checkpoint);
        return go({ checkpoint, test: run.test }, calibration);
      }),
    answer: (given) =>
      inTurn(async () => {
        const { run, live } = running();
        const trial = run.test.trial();
        // Finishing failed before, or the answer crossed a pause: then it does not count.
        if (!trial || live.paused) return step();
        if (given.trial !== trial.index) throw new AppError('tests/stale-answer');
        const moved = await hold.moved();
        if (moved) {
          standStill(moved);
          return step();
        }
        const answer = answerOf(given);
        // Less still where loud tones have lasted long enough.
        const played = Math.min(playedLevel(trial, live), given.playedDbHl ?? Infinity);
        const now = clock.now();
        const checkpoint = answered(run.checkpoint, trial, played, { answer, now });
        await checkpoints.save(checkpoint);
        run.checkpoint = checkpoint;
        run.test.answer(answer);
        if (begun !== run || !run.live) throw new AppError('tests/none-running');
        const asksForPause = run.test.attention === 'reinstruct' && run.test.trial();
        if (asksForPause) standStill('pressed-in-silence');
        else changed();
        return step();
      }),
    pause: () =>
      inTurn(async () => {
        running();
        standStill('by-person');
      }),
    goOn: () =>
      inTurn(async () => {
        const { live } = running();
        if (live.paused) {
          live.paused = await hold.restore();
          if (live.paused === null) hold.watch(standStill);
          changed();
        }
        return step();
      }),
    discard: () =>
      inTurn(async () => {
        if (shown !== null) await checkpoints.remove(shown);
        leave(null);
      }),
    output: async () => toldOf(await deps.audioOutput.read()),
    async setVolume(volume) {
      const found = await deps.audioOutput.setVolume(volume);
      hold.settle(found);
      return toldOf(found);
    },
    allowMicrophone: async (allowed) => void (isMicrophoneAllowed = allowed),
    microphoneAllowed: () => isMicrophoneAllowed,
    leave: () => leave(),
    async keepOnly(userIds) {
      if (begun && !userIds.includes(begun.checkpoint.userId)) leave(null);
      await inTurn(() => checkpoints.keepOnly(userIds));
    },
    dispose: () => inTurn(async () => stop()),
  };
};
