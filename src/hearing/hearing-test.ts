/** Which ear. */
export type Ear = 'left' | 'right';

/** Both ears, in the order the app shows them. */
export const EARS = ['right', 'left'] as const satisfies readonly Ear[];

/** The same for each ear. */
export const bothEars = <T>(of: (ear: Ear) => T): Readonly<Record<Ear, T>> => ({
  right: of('right'),
  left: of('left'),
});

/**
 * What became of a frequency: measured; no worse than the lowest level played; not heard at the highest level
 * played; or measured with too little certainty.
 */
export type ThresholdFlag = 'ok' | 'floor' | 'no-response' | 'low-confidence';

/** The threshold at one frequency, as it is stored and exchanged. */
export interface EarThreshold {
  readonly frequencyHz: number;
  /** Level heard half of the time, in dB HL. A clinical reading is `READING_OFFSET_DB` more. */
  readonly theta50DbHl: number;
  /** Posterior standard deviation in dB; null where none was estimated. */
  readonly sdDb: number | null;
  /** Tones that were played to find it; 0 where none was. */
  readonly presentations: number;
  readonly flag: ThresholdFlag;
}

/** Thresholds of both ears, ascending in frequency. */
export type EarThresholds = Readonly<Record<Ear, readonly EarThreshold[]>>;

/**
 * A clinical audiogram's reading lies this many dB above the 50 % point: the ascending 5-dB steps of the
 * Hughson-Westlake procedure end above it. Found by simulation, in line with Marshall & Jesteadt 1986.
 */
export const READING_OFFSET_DB = 2.5;

/** The 50 % point in dB HL as an audiogram shows it. */
export const toReading = (theta50DbHl: number): number => theta50DbHl + READING_OFFSET_DB;

/** An audiogram's reading in dB HL as the 50 % point. */
export const fromReading = (readingDbHl: number): number => readingDbHl - READING_OFFSET_DB;

/** How well the levels played are known: measured, from published values of the model, or only relative. */
export type CalibrationTier = 'A' | 'B' | 'C';

/** Whether the levels of an audiogram are known in dB HL, or only its shape. */
export type LevelKnowledge = 'known' | 'relative';

/** The two ways of finding a threshold. */
export type TestEngine = 'bayesian' | 'hughson-westlake';

interface HearingTestBase {
  /** UUID made by the client, so that storing it again is harmless. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly takenAt: number;
  /**
   * Stands for `takenAt` where tests are put in order, in milliseconds since 1970; left out where it is the same. A
   * test that came before may have been dated by a clock that was ahead.
   */
  readonly order?: number | undefined;
  /** Year of birth the age median beside it is drawn for. */
  readonly yearOfBirth: number;
  readonly ears: EarThresholds;
}

/** The median at the person's age; nothing was measured. */
export interface AgeEstimate extends HearingTestBase {
  readonly source: 'age';
}

/** An audiogram somebody else measured, in readings less the offset. */
export interface ImportedAudiogram extends HearingTestBase {
  readonly source: 'import';
  /** `relative`: from an estimate or a test whose levels were not known, so it is never graded. */
  readonly levels: LevelKnowledge;
}

/** A pure-tone test taken in the app. */
export interface PureToneTest extends HearingTestBase {
  readonly source: 'ptt';
  readonly engine: TestEngine;
  readonly tier: CalibrationTier;
  readonly device: {
    /** Output device as the system names it; null where it names none. */
    readonly name: string | null;
    /** Headphones the person named or chose; null for unknown ones. */
    readonly headphones: string | null;
    /** Locked system volume, 0..1; null where the system does not tell. */
    readonly volume: number | null;
  };
  readonly catchTrials: { readonly count: number; readonly hits: number };
  /** Second threshold at 1 kHz less the first, in dB; null where there was no retest. */
  readonly retest1k: Readonly<Record<Ear, number | null>>;
  readonly confidence: 'ok' | 'low';
}

/** What the service keeps as one hearing test. The newest one is the profile. */
export type HearingTest = AgeEstimate | ImportedAudiogram | PureToneTest;

/** What puts tests in order, in milliseconds since 1970: the newest has the greatest. */
export const orderOf = ({ takenAt, order }: Pick<HearingTest, 'takenAt' | 'order'>): number =>
  order ?? takenAt;
