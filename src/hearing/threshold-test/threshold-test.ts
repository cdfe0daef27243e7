import { FIRST_TONE_DB_HL, MOST_RAISE_DB } from '../ceilings';
import { bothEars, type Ear, type TestEngine } from '../hearing-test';
import { createBayesianEngine } from './bayesian';
import { createCatchSchedule } from './catch-trials';
import { checkedConfig } from './config';
import { createCourse } from './course';
import { createHughsonWestlakeEngine } from './hughson-westlake';
import { seededRandom } from './random';
import { doubtsOf, PRESSES_IN_ONE_TRIAL, PRESSES_TO_REINSTRUCT } from './reliability';
import type { Answer, Engine, ThresholdTestConfig, ThresholdTestResult, Trial } from './types';

const GAP_MS = { least: 800, most: 2000 } as const;

/**
 * A test under way. `config` and `answers` are all there is to keep: a new test of the same config that is given
 * the same answers is the same test.
 */
export interface ThresholdTest {
  readonly config: ThresholdTestConfig;
  /** Every answer so far, in order; grows. */
  readonly answers: readonly Answer[];
  /** The trial to play, the same until it is answered; null when the test is finished. */
  trial(): Trial | null;
  /** Takes the answer to `trial()`. Throws when the test is finished. */
  answer(answer: Answer): void;
  /** How far it is: 0..1, never falling, 1 only when finished. */
  progress(): number;
  /** `reinstruct`: before the next trial, say again to press only when a tone is heard. */
  readonly attention: 'none' | 'reinstruct';
  /** What was found, so far or at all. */
  result(): ThresholdTestResult;
}

const ENGINES: Readonly<Record<TestEngine, (config: ThresholdTestConfig) => Engine>> = {
  bayesian: createBayesianEngine,
  'hughson-westlake': createHughsonWestlakeEngine,
};

/**
 * A threshold test of both ears, one frequency after the other. Throws RangeError for a config no test can be
 * made of.
 */
export const createThresholdTest = (given: ThresholdTestConfig): ThresholdTest => {
  const config = checkedConfig(given);
  const engine = ENGINES[config.engine](config);
  const course = createCourse(config, engine);
  const random = seededRandom(config.seed);
  const catches = createCatchSchedule(Math.floor(random() * 2 ** 32), course.length());
  const answers: Answer[] = [];
  const spontaneousPresses: Record<Ear, number> = { left: 0, right: 0 };
  const catchTrials = { count: 0, hits: 0 };
  let highestLevel = FIRST_TONE_DB_HL;
  let furthest = 0;
  let attention: ThresholdTest['attention'] = 'none';

  const nextTrial = (): Trial | null => {
    const current = course.current(highestLevel);
    if (!current) return null;
    furthest = Math.max(furthest, course.progress());
    const { series, planned } = current;
    return {
      index: answers.length,
      ear: planned.ear,
      frequencyHz: planned.frequencyHz,
      levelDbHl: series.level(),
      silent: catches.isDue(answers.length, course.begun() - 1, series.presentations),
      gapMs: GAP_MS.least + random() * (GAP_MS.most - GAP_MS.least),
    };
  };

  const takeSilence = (pressed: boolean): void => {
    engine.catchTrial(pressed);
    catchTrials.count += 1;
    if (!pressed) return;
    catchTrials.hits += 1;
    if (catchTrials.hits === PRESSES_TO_REINSTRUCT) attention = 'reinstruct';
  };

  const takeTone = (heard: boolean, levelDbHl: number): void => {
    highestLevel = levelDbHl + MOST_RAISE_DB;
    if (course.answer(heard) === 'unlike') attention = 'reinstruct';
  };

  let trial = nextTrial();
  return {
    config,
    answers,
    trial: () => trial,
    answer(answer) {
      if (!trial) throw new Error('the test is finished');
      const counts = answer.type !== 'discarded';
      answers.push(answer);
      attention = 'none';
      catches.played(trial.silent, counts);
      spontaneousPresses[trial.ear] += answer.spontaneousPresses;
      if (!counts && answer.spontaneousPresses >= PRESSES_IN_ONE_TRIAL) attention = 'reinstruct';
      if (counts) {
        const pressed = answer.type === 'response';
        if (trial.silent) takeSilence(pressed);
        else takeTone(pressed, trial.levelDbHl);
      }
      trial = nextTrial();
    },
    progress: () => (trial ? furthest : 1),
    get attention() {
      return attention;
    },
    result() {
      const ears = bothEars((ear) => course.thresholds(ear));
      const counts = {
        catchTrials: { ...catchTrials },
        spontaneousPresses: { ...spontaneousPresses },
        retest1k: { ...course.retest1k },
      };
      const doubts = doubtsOf(ears, counts);
      return { ears, ...counts, doubts, confidence: doubts.length > 0 ? 'low' : 'ok' };
    },
  };
};
