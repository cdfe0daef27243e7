import type { TestTrial } from '../../contract/ipc/tests';
import type { ToneAnswer, ToneRequest } from './sound-messages';
import type { PresentedTrial } from './test-audio';

/** From the onset of the tone, in seconds: a press in between is a response. */
const RESPONSE_SECONDS = { earliest: 0.15, latest: 2.2 } as const;
/** A person who presses again and again in silence is told so, not kept waiting for a tone. */
const MOST_PRESSES_IN_SILENCE = 5;
/** Presses closer than this are one press of a switch that bounces, in seconds. */
const BOUNCE_SECONDS = 0.1;

/** Time as it is heard: what the output device plays now, in seconds. */
export interface HeardClock {
  now(): number;
  /** Calls back once the time has come; returns how to take that back. */
  at(time: number, callback: () => void): () => void;
}

/** Who plays. */
export interface TonePlayer {
  /** Sets a tone going; what became of it is told to `noteTone` under the same id. */
  play(id: number, tone: ToneRequest): void;
  release(): void;
  silence(): void;
}

/** Runs one trial after the other. Times are of the clock. */
export interface TrialRunner {
  present(trial: TestTrial): Promise<PresentedTrial>;
  press(time: number): void;
  noteTone(id: number, answer: Omit<ToneAnswer, 'loudSeconds'>): void;
  /** Silences; a running trial resolves as discarded. */
  discard(): void;
}

interface Running {
  readonly trial: TestTrial;
  readonly resolve: (presented: PresentedTrial) => void;
  toneId: number;
  onset: number;
  asAsked: boolean;
  playedDbHl: number;
  pressesInSilence: number;
  cancelEnd: () => void;
}

/**
 * The order of a trial: silence, tone, response window. A press in the window ends it; one outside is counted, and
 * silence begins anew. A tone that was not played as loud as asked, so as not to startle, does not count; it comes
 * again, louder, until it is.
 */
export const createTrialRunner = (clock: HeardClock, player: TonePlayer): TrialRunner => {
  let running: Running | null = null;
  let lastPress = Number.NEGATIVE_INFINITY;
  let spontaneousPresses = 0;
  let toneId = 0;

  const finish = (one: Running, outcome: PresentedTrial['outcome']): void => {
    one.cancelEnd();
    if (outcome.type !== 'discarded' && !one.asAsked) {
      begin(one);
      return;
    }
    running = null;
    const { playedDbHl, trial } = one;
    const wasHeldBack = playedDbHl < trial.levelDbHl;
    one.resolve({ outcome, spontaneousPresses, ...(wasHeldBack && { playedDbHl }) });
    spontaneousPresses = 0;
  };

  const setOnset = (one: Running, onset: number): void => {
    one.cancelEnd();
    one.onset = onset;
    const end = onset + RESPONSE_SECONDS.latest;
    one.cancelEnd = clock.at(end, () => finish(one, { type: 'silence' }));
  };

  const begin = (one: Running): void => {
    const { ear, frequencyHz, levelDbHl, silent, gapMs } = one.trial;
    const at = clock.now() + gapMs / 1000;
    one.toneId = toneId += 1;
    one.asAsked = true;
    one.playedDbHl = levelDbHl;
    setOnset(one, at);
    if (!silent) player.play(one.toneId, { ear, frequencyHz, levelDbHl, at });
  };

  const pressInSilence = (one: Running): void => {
    spontaneousPresses += 1;
    one.pressesInSilence += 1;
    player.release();
    if (one.pressesInSilence >= MOST_PRESSES_IN_SILENCE) finish(one, { type: 'discarded' });
    else begin(one);
  };

  return {
    present: (trial) =>
      new Promise((resolve, reject) => {
        if (running) {
          reject(new Error('a trial is running'));
          return;
        }
        const { levelDbHl: playedDbHl } = trial;
        const state = { toneId: 0, onset: 0, asAsked: true, playedDbHl, pressesInSilence: 0 };
        running = { trial, resolve, ...state, cancelEnd: () => undefined };
        begin(running);
      }),
    press(time) {
      const bounces = time - lastPress < BOUNCE_SECONDS;
      lastPress = time;
      if (bounces) return;
      if (!running) {
        spontaneousPresses += 1;
        return;
      }
      const reaction = time - running.onset;
      if (reaction < RESPONSE_SECONDS.earliest) {
        pressInSilence(running);
      } else if (reaction > RESPONSE_SECONDS.latest) {
        spontaneousPresses += 1;
        finish(running, { type: 'silence' });
      } else {
        player.release();
        finish(running, { type: 'response', reactionTimeMs: reaction * 1000 });
      }
    },
    noteTone(id, { onset, asAsked, levelDbHl }) {
      if (!running || running.toneId !== id) return;
      running.asAsked = asAsked;
      running.playedDbHl = levelDbHl;
      setOnset(running, onset);
    },
    discard() {
      player.silence();
      if (running) finish(running, { type: 'discarded' });
    },
  };
};
