import type { TestAnswer, TestTrial } from '../../contract/ipc/tests';
import type { Calibration } from '../../hearing/calibration';
import { checkedCalibration } from '../../hearing/ceilings';
import type { Ear } from '../../hearing/hearing-test';
import { createChecks } from './check-sounds';
import { startGenerator, type GeneratorNode } from './generator-node';
import { createContextClock } from './heard-clock';
import { createTrialRunner } from './trial-runner';

/** Sounds of the pre-flight. Each begins at once and ends the one before it; levels are fixed but for the speech. */
export interface CheckSounds {
  /** Bursts of noise, 500 Hz to 2 kHz, to one ear: "left or right?" Resolves when over or silenced. */
  burst(ear: Ear): Promise<void>;
  /** A 250 Hz tone of 50 dB HL to one ear: "in one ear or both?" Resolves when over or silenced. */
  leakage(ear: Ear): Promise<void>;
  /** 125 Hz, then 1 kHz, equally loud where the headphone sits tight. Resolves when over or silenced. */
  seal(ear: Ear): Promise<void>;
  /**
   * Noise that sounds like somebody talking, in both ears, until it is stopped or silenced. `levelDbFs` is its RMS
   * relative to that of a full-scale sine, moved into `SPEECH_LEVEL_DB_FS`.
   */
  speech(levelDbFs: number): RunningSpeech;
}

/** Speech-like noise under way, for finding a comfortable level. */
export interface RunningSpeech {
  /** Moves to another level without a click; same range as at its start. */
  setLevel(levelDbFs: number): void;
  /** Fades out within 20 ms. */
  stop(): void;
}

/** How a trial went: what main is to be told, with the trial's index. */
export type PresentedTrial = Omit<TestAnswer, 'trial'>;

/** The sound of a hearing test. Everything it plays is bounded by the ceilings of its calibration. */
export interface TestAudio {
  /**
   * Plays one trial: `gapMs` of silence, the pulsed tone (or nothing), the response window. Resolves when the trial is
   * over. Rejects when another trial is running.
   */
  present(trial: TestTrial): Promise<PresentedTrial>;
  /** A press of the one button or the space bar; `timeStamp` of the DOM event, mapped to the audio clock. */
  press(timeStamp: number): void;
  /** Esc, pause, device or page change: silence with a 20 ms ramp; a running trial resolves as discarded. */
  silence(): void;
  readonly checks: CheckSounds;
  /** Silences, and gives the output device back. */
  close(): Promise<void>;
}

/** Told to whoever opened the sound. */
export interface TestAudioEvents {
  /** The output device changed or was taken away; what was playing is silenced and its trial discarded already. */
  readonly onDeviceChange?: () => void;
  /** Loud time used once the tone that was just set going has been played whole, in seconds. */
  readonly onLoud?: (seconds: number) => void;
}

/** Between quick and safe: a tone that breaks off on a busy computer gives itself away by the click. */
const LATENCY_SECONDS = 0.02;

/**
 * Opens the output device. To be called after the person's first press in this window. Load this module with
 * `loadTestAudio` (load-test-audio.ts): it is a chunk of its own. Rejects when there is no sound to be had, and with a
 * RangeError for a calibration no headphones can have. `loudSeconds` is what earlier sounds of the same test have used
 * up of the time that loud tones may last.
 */
export const openTestAudio = async (
  calibration: Calibration,
  events: TestAudioEvents = {},
  loudSeconds = 0,
): Promise<TestAudio> => {
  checkedCalibration(calibration);
  const context = new AudioContext({ latencyHint: LATENCY_SECONDS });
  try {
    const generator = await startGenerator(context, calibration, loudSeconds);
    await context.resume();
    return createTestAudio(context, generator, events);
  } catch (error) {
    await context.close();
    throw error;
  }
};

const createTestAudio = (
  context: AudioContext,
  generator: GeneratorNode,
  events: TestAudioEvents,
): TestAudio => {
  const { ask } = generator;
  const clock = createContextClock(context);
  const checks = createChecks(ask);
  const runner = createTrialRunner(clock, {
    play: (id, tone) => ask({ type: 'tone', id, ...tone }),
    release: () => ask({ type: 'release' }),
    silence: () => ask({ type: 'silence' }),
  });
  const silence = (): void => {
    runner.discard();
    checks.end();
  };
  generator.onReport = (report) => {
    if (report.type === 'ended') {
      checks.noteEnded(report.id);
      return;
    }
    events.onLoud?.(report.loudSeconds);
    runner.noteTone(report.id, report);
  };
  const stopWatching = watchOutput(context, () => {
    silence();
    events.onDeviceChange?.();
  });
  return {
    present: (trial) => runner.present(trial),
    press: (timeStamp) => runner.press(clock.heardAt(timeStamp)),
    silence,
    checks: checks.sounds,
    async close() {
      stopWatching();
      silence();
      await context.close();
    },
  };
};

/** Calls back whenever what is heard may not be what is played; returns how to stop. */
const watchOutput = (context: AudioContext, lose: () => void): (() => void) => {
  const watching = new AbortController();
  const { signal } = watching;
  navigator.mediaDevices.addEventListener('devicechange', lose, { signal });
  for (const type of ['sinkchange', 'error']) context.addEventListener(type, lose, { signal });
  const noteState = (): void => {
    if (context.state !== 'running') lose();
  };
  context.addEventListener('statechange', noteState, { signal });
  return () => watching.abort();
};
