import type { Result, WireError } from '../../../contract/errors';
import type { CompanionApi } from '../../../contract/ipc/contract';
import type { TestStep, TestTrial } from '../../../contract/ipc/tests';
import type { PauseReason } from '../../../contract/pause-reasons';
import type { RoomNoise } from '../../audio/room-noise';
import type { PresentedTrial, TestAudio, TestAudioEvents } from '../../audio/test-audio';

/** A trial that noise of the room got into comes again, but not for ever. */
const NOISY_TRIALS = 3;
/** Trials in a row that the sound itself broke off before it counts as gone. */
const BROKEN_TRIALS = 4;

/** What the screen of a running test shows. */
export type RunState =
  | { readonly status: 'opening' }
  | { readonly status: 'running' }
  | { readonly status: 'paused'; readonly reason: PauseReason }
  /** A call failed, such as keeping an answer; trying again repeats it. */
  | { readonly status: 'failed'; readonly error: WireError }
  /** There is no sound to be had. */
  | { readonly status: 'no-sound' }
  /** Stored; under a `testId` that is null where main had finished while nobody asked. */
  | { readonly status: 'finished'; readonly testId: string | null };

interface TestRunDeps {
  /** Begins a test, or goes on with the unfinished one. */
  readonly begin: () => Promise<Result<TestStep>>;
  readonly calls: Pick<CompanionApi['tests'], 'answer' | 'pause' | 'goOn'>;
  /** Whether main still holds the test as unfinished. */
  readonly isUnfinished: () => boolean;
  readonly openAudio: (events: TestAudioEvents, loudSeconds: number) => Promise<TestAudio>;
  /** Listens to the room where the person allowed it; stays its owner's to close. */
  readonly room: Pick<RoomNoise, 'isTooLoud'> | null;
  readonly show: (state: RunState) => void;
}

/** Runs a test: presents what main asks for and tells it the answers. */
export interface TestRun {
  start(): void;
  /** A press of the one button, at the `timeStamp` of its DOM event. */
  press(timeStamp: number): void;
  /** Silences at once, then pauses. Does nothing where the test stands still already. */
  pause(reason: PauseReason): void;
  /** Ends a pause. */
  goOn(): void;
  /** Repeats what failed. */
  tryAgain(): void;
  /** Silences, pauses, and gives the output device back. Nothing is shown any more. */
  close(): void;
}

type Ask = () => Promise<Result<TestStep>>;

/** An answer in every case: a call that breaks is one that failed. */
const settled = (ask: Ask): Promise<Result<TestStep>> =>
  ask().catch(() => ({ ok: false, error: { code: 'ipc/internal' } }));

/** A run of one test in this window. Whatever was begun before a pause counts for nothing after it. */
export const createTestRun = (deps: TestRunDeps): TestRun => {
  const { calls, room } = deps;
  let state: RunState = { status: 'opening' };
  let audio: TestAudio | null = null;
  let opening: Promise<TestAudio> | null = null;
  /** Grows with everything that makes what is under way stale. */
  let turn = 0;
  let isClosed = false;
  let noisy = 0;
  let broken = 0;
  let lastAsk: Ask = deps.begin;
  let wasRunning = false;
  /** Loud time so far: a new sound goes on counting where the one before it was. */
  let loudSeconds = 0;

  const show = (next: RunState): void => {
    if (isClosed) return;
    state = next;
    deps.show(next);
  };

  const halt = (next: RunState): void => {
    turn += 1;
    audio?.silence();
    show(next);
  };

  /** How things stand in main is answered by the next call. */
  const tellPause = (): void => void calls.pause().catch(() => undefined);

  const pause = (reason: PauseReason): void => {
    if (state.status !== 'running' && state.status !== 'opening') return;
    halt({ status: 'paused', reason });
    tellPause();
  };

  const open = async (): Promise<TestAudio> => {
    const events: TestAudioEvents = {
      onDeviceChange: () => pause('device-changed'),
      onLoud: (seconds) => (loudSeconds = seconds),
    };
    opening ??= deps.openAudio(events, loudSeconds);
    const opened = await opening;
    if (isClosed) await opened.close();
    return (audio = opened);
  };

  /** The trial as main is to hear of it: not to be counted where the room was too loud. */
  const judged = ({ frequencyHz }: TestTrial, presented: PresentedTrial): PresentedTrial => {
    if (presented.outcome.type === 'discarded') {
      // Given up for presses in silence: the sound is fine.
      if (presented.spontaneousPresses === 0) broken += 1;
      return presented;
    }
    broken = 0;
    if (noisy < NOISY_TRIALS && room?.isTooLoud(frequencyHz)) {
      noisy += 1;
      return { ...presented, outcome: { type: 'discarded' } };
    }
    noisy = 0;
    return presented;
  };

  /** Plays a trial; null where that came to nothing, which is shown already. */
  const present = async (mine: number, trial: TestTrial): Promise<PresentedTrial | null> => {
    try {
      const sound = await open();
      if (mine !== turn) return null;
      show({ status: 'running' });
      const heard = await sound.present(trial);
      if (mine !== turn) return null;
      const presented = judged(trial, heard);
      if (broken < BROKEN_TRIALS) return presented;
      broken = 0;
    } catch {
      void audio?.close().catch(() => undefined);
      audio = opening = null;
    }
    if (mine !== turn) return null;
    halt({ status: 'no-sound' });
    tellPause();
    return null;
  };

  /** What to ask after a step; null where the test stands still or is over, which is shown. */
  const follow = async (mine: number, step: TestStep): Promise<Ask | null> => {
    switch (step.type) {
      case 'finished':
        halt({ status: 'finished', testId: step.testId });
        return null;
      case 'paused':
        halt({ status: 'paused', reason: step.reason });
        return null;
      case 'present': {
        const presented = await present(mine, step.trial);
        return presented && (() => calls.answer({ trial: step.trial.index, ...presented }));
      }
      default:
        return step satisfies never;
    }
  };

  const refused = (error: WireError): Ask | null => {
    // Main has the answer already, or has moved on: it says which trial is next.
    if (error.code === 'tests/stale-answer') return calls.goOn;
    // Its last answer was kept and the reply lost: the test is stored and over.
    if (error.code === 'tests/none-running' && wasRunning && !deps.isUnfinished()) {
      halt({ status: 'finished', testId: null });
      return null;
    }
    halt({ status: 'failed', error });
    return null;
  };

  const run = async (first: Ask): Promise<void> => {
    turn += 1;
    const mine = turn;
    for (let ask: Ask | null = first; ask !== null;) {
      lastAsk = ask;
      const answer: Result<TestStep> = await settled(ask);
      // A test that is over stays over, whatever came between.
      const isOver = answer.ok && answer.value.type === 'finished';
      if (mine !== turn && !isOver) return;
      wasRunning ||= answer.ok;
      ask = answer.ok ? await follow(mine, answer.value) : refused(answer.error);
    }
  };

  const goOn = (): void => void run(calls.goOn);

  return {
    start: () => void run(deps.begin),
    press(timeStamp) {
      if (state.status === 'running') audio?.press(timeStamp);
    },
    pause,
    goOn,
    tryAgain: () => (state.status === 'no-sound' ? goOn() : void run(lastAsk)),
    close() {
      pause('by-person');
      isClosed = true;
      turn += 1;
      void audio?.close().catch(() => undefined);
    },
  };
};
