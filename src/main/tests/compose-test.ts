import { AppError } from '../../contract/errors';
import type { TestSetup } from '../../contract/ipc/tests';
import { ageAt } from '../../hearing/age-estimate';
import { tierOf, type Calibration } from '../../hearing/calibration';
import { ceilingsFor } from '../../hearing/ceilings';
import {
  bothEars,
  type CalibrationTier,
  type EarThreshold,
  type EarThresholds,
  type PureToneTest,
} from '../../hearing/hearing-test';
import { relativeShape } from '../../hearing/relative-shape';
import { headphonesName } from '../../hearing/retspl';
import { leavesRoom, TESTABLE_FREQUENCIES_HZ } from '../../hearing/threshold-test/config';
import {
  createThresholdTest,
  type ThresholdTest,
} from '../../hearing/threshold-test/threshold-test';
import type { Answer, Site, Trial } from '../../hearing/threshold-test/types';
import type { OutputReading } from '../audio-output/audio-output';
import type { Checkpoint } from './checkpoint';

/** Lowest level played, in dB HL: below the median only where levels are known. */
const FLOOR_DB_HL = { A: -10, B: -10, C: 0 } as const satisfies Record<CalibrationTier, number>;

/** Highest levels that may be played, in dB HL by frequency in Hz. */
export const ceilingsOf = (calibration: Calibration): Record<number, number> =>
  ceilingsFor(calibration, TESTABLE_FREQUENCIES_HZ);

const headphonesOf = (calibration: Calibration): string | null => {
  switch (calibration.type) {
    case 'model':
      return headphonesName(calibration.headphones);
    case 'response-file':
      return calibration.name;
    case 'measured':
    case 'unknown':
      return null;
    default:
      return calibration satisfies never;
  }
};

const deviceOf = (calibration: Calibration, output: OutputReading): Checkpoint['device'] => ({
  name: output.device?.name ?? null,
  headphones: headphonesOf(calibration),
  volume: output.volume === null ? null : Math.min(1, output.volume),
});

/** What a new test is made of. */
export interface NewTest {
  readonly person: { readonly userId: string; readonly yearOfBirth: number };
  readonly setup: TestSetup;
  readonly output: OutputReading;
  readonly testId: string;
  readonly seed: number;
  readonly now: number;
  readonly frequenciesHz: readonly number[];
}

/** A test begun, without an answer yet. */
export const newCheckpoint = (of: NewTest): Checkpoint => {
  const { calibration, engine, firstEar } = of.setup;
  const tier = tierOf(calibration);
  return {
    v: 1,
    ...of.person,
    testId: of.testId,
    startedAt: of.now,
    answeredAt: of.now,
    tier,
    cappedDbHl: {},
    device: deviceOf(calibration, of.output),
    config: {
      engine,
      seed: of.seed,
      age: ageAt(of.now, of.person.yearOfBirth),
      firstEar,
      frequenciesHz: [...of.frequenciesHz],
      floorDbHl: FLOOR_DB_HL[tier],
      ceilingDbHl: ceilingsOf(calibration),
    },
    answers: [],
  };
};

/** The same test with another calibration and output: what is known best is what is known throughout. */
export const recalibrated = (
  checkpoint: Checkpoint,
  calibration: Calibration,
  output: OutputReading,
): Checkpoint => {
  const tier = tierOf(calibration);
  return {
    ...checkpoint,
    tier: tier > checkpoint.tier ? tier : checkpoint.tier,
    device: deviceOf(calibration, output),
  };
};

/** The test as it stands after its answers. Throws AppError `tests/too-soft` where its levels leave nothing to play. */
export const testOf = ({ config, answers }: Checkpoint): ThresholdTest => {
  if (!leavesRoom(config)) throw new AppError('tests/too-soft');
  const test = createThresholdTest(config);
  for (const answer of answers) test.answer(answer);
  return test;
};

const siteOf = ({ ear, frequencyHz }: Site): string => `${ear} ${frequencyHz}`;

/** With one answer more. `playedDbHl` is what the tone of the trial was played at. */
export const answered = (
  checkpoint: Checkpoint,
  trial: Trial,
  playedDbHl: number,
  { answer, now }: { readonly answer: Answer; readonly now: number },
): Checkpoint => ({
  ...checkpoint,
  answers: [...checkpoint.answers, answer],
  answeredAt: now,
  cappedDbHl: {
    ...checkpoint.cappedDbHl,
    ...(playedDbHl < trial.levelDbHl && { [siteOf(trial)]: playedDbHl }),
  },
});

/** What lies above the loudest tone that could be played was not heard, whatever was asked for. */
const withinPlayed = (ears: EarThresholds, capped: Checkpoint['cappedDbHl']): EarThresholds =>
  bothEars((ear) =>
    ears[ear].map((at): EarThreshold => {
      const most = capped[siteOf({ ear, frequencyHz: at.frequencyHz })] ?? Infinity;
      return at.theta50DbHl > most ? { ...at, theta50DbHl: most, flag: 'no-response' } : at;
    }),
  );

/** The finished test as it is stored. With unknown levels only its shape is. */
export const finishedTest = (checkpoint: Checkpoint, test: ThresholdTest): PureToneTest => {
  const { testId, answeredAt, yearOfBirth, config, tier, device, cappedDbHl } = checkpoint;
  const { ears: found, catchTrials, retest1k, confidence } = test.result();
  const ears = withinPlayed(found, cappedDbHl);
  const age = config.age ?? ageAt(answeredAt, yearOfBirth);
  return {
    source: 'ptt',
    id: testId,
    takenAt: answeredAt,
    yearOfBirth,
    ears: tier === 'C' ? relativeShape(ears, age) : ears,
    engine: config.engine,
    tier,
    device,
    catchTrials,
    retest1k,
    confidence,
  };
};
