import type { Ear, EarThreshold, EarThresholds, TestEngine } from '../hearing-test';

/** What a test is made of, next to its answers: plain data, kept with them. */
export interface ThresholdTestConfig {
  readonly engine: TestEngine;
  /** uint32; decides gaps and silent trials. */
  readonly seed: number;
  /** Years; null where it is not known. */
  readonly age: number | null;
  readonly firstEar: Ear;
  /** Any of `TESTABLE_FREQUENCIES_HZ`, in any order, at least one. */
  readonly frequenciesHz: readonly number[];
  /** Lowest level played, in dB HL. */
  readonly floorDbHl: number;
  /** Highest level played at each testable frequency, in dB HL. */
  readonly ceilingDbHl: Readonly<Record<number, number>>;
}

/**
 * What came of one trial. `discarded`: it did not count (device, volume or room changed, or silence was pressed through)
 * and is played again; the presses count all the same.
 */
export type Answer =
  | {
      readonly type: 'response';
      /** From the onset of the tone. Kept for the record; it decides nothing. */
      readonly reactionTimeMs: number;
      readonly spontaneousPresses: number;
    }
  | { readonly type: 'silence'; readonly spontaneousPresses: number }
  | { readonly type: 'discarded'; readonly spontaneousPresses: number };

/** One tone, or one silence in its place. */
export interface Trial {
  /** Number of answers before it. */
  readonly index: number;
  readonly ear: Ear;
  readonly frequencyHz: number;
  readonly levelDbHl: number;
  /** A catch trial: timed like the others, but nothing is played. */
  readonly silent: boolean;
  /** Silence before it, 800..2000 ms. */
  readonly gapMs: number;
}

/** Why a test is not to be relied on. */
export type Doubt = 'catch-trials' | 'spontaneous-presses' | 'retest' | 'uncertain';

/** What a test found. */
export interface ThresholdTestResult {
  readonly ears: EarThresholds;
  readonly catchTrials: { readonly count: number; readonly hits: number };
  readonly spontaneousPresses: Readonly<Record<Ear, number>>;
  /** Second threshold at 1 kHz less the first, in dB; null where there was no retest. */
  readonly retest1k: Readonly<Record<Ear, number | null>>;
  /** Empty where nothing speaks against the result. */
  readonly doubts: readonly Doubt[];
  /** `low` with any doubt: offer to take the test again. */
  readonly confidence: 'ok' | 'low';
}

/** One ear at one frequency. */
export interface Site {
  readonly ear: Ear;
  readonly frequencyHz: number;
}

/** The search for one threshold: asks for levels until it is done. */
export interface Series {
  /** Level of the next tone in dB HL. */
  level(): number;
  /** The answer to a tone of `level()`. */
  answer(heard: boolean): void;
  readonly done: boolean;
  readonly presentations: number;
  /** What this series alone says, in dB HL; null before it is done. */
  readonly theta50DbHl: number | null;
}

/** For whoever makes one. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** How thresholds are found: one series after another, each informed by those before. */
export interface Engine {
  /** Tones a series takes, usually. */
  readonly usualPresentations: number;
  /** `highestStartDbHl` bounds the first level; `familiarise` asks for it to be played. */
  begin(site: Site, highestStartDbHl: number, familiarise: boolean): Series;
  /** Whether the listener pressed in a silent trial. */
  catchTrial(pressed: boolean): void;
  /** The threshold from every finished series there; undefined while there is none. */
  threshold(site: Site): EarThreshold | undefined;
}
