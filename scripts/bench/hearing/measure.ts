import { EARS, type TestEngine } from '../../../src/hearing/hearing-test';
import {
  TESTABLE_FREQUENCIES_HZ,
  USUAL_FREQUENCIES_HZ,
} from '../../../src/hearing/threshold-test/config';
import { seededRandom } from '../../../src/hearing/threshold-test/random';
import { createThresholdTest } from '../../../src/hearing/threshold-test/threshold-test';
import type { Trial } from '../../../src/hearing/threshold-test/types';
import { rounded } from '../statistics';
import { MANNERS, presses, type MannerName } from './listeners';
import { drawPerson, type Ears, type Person } from './population';

/** What to simulate. */
export interface Simulation {
  readonly engine: TestEngine;
  readonly manner: MannerName;
  readonly people: number;
  readonly seed: number;
  readonly ears: Ears;
  /** Whether the test is told the person's age. */
  readonly ageKnown: boolean;
}

/** Errors of the 50 % point in dB, shares in per cent, tones, and minutes of a whole test of both ears. */
export interface Accuracy {
  readonly bias: number;
  readonly sd: number;
  readonly mae: number;
  readonly within5: number;
  readonly within10: number;
  readonly presentationsPerFrequency: number;
  readonly presentationsPerFrequencyP95: number;
  readonly presentationsPerEar: number;
  readonly minutes: number;
  /** Tests whose result says that it is not to be relied on, in per cent. */
  readonly lowConfidence: number;
}

const FLOOR = -10;
const CEILING = 80;
/** No response at the highest level: the threshold is taken to be this much above. */
const ABOVE_CEILING = 5;
/** A press comes after half a second; without one the window closes 2.2 s after the onset. */
const SECONDS = { press: 0.5, silence: 2.2 } as const;

/** What one simulated test gave. */
interface Outcome {
  readonly errors: readonly number[];
  /** Tones of the first series at each frequency asked for. */
  readonly presentations: readonly number[];
  readonly seconds: number;
  readonly low: boolean;
}

/** Whether a trial belongs to the first series at its place, told from the trials alone. */
const firstSeriesOnly = (): ((trial: Trial) => boolean) => {
  const left = new Set<string>();
  let current = '';
  return ({ ear, frequencyHz }) => {
    const place = `${ear} ${frequencyHz}`;
    if (place !== current) left.add(current);
    current = place;
    return !left.has(place);
  };
};

const takeTest = (simulation: Simulation, person: Person, random: () => number): Outcome => {
  const test = createThresholdTest({
    engine: simulation.engine,
    seed: Math.floor(random() * 2 ** 32),
    age: simulation.ageKnown ? person.age : null,
    firstEar: random() < 0.5 ? 'left' : 'right',
    frequenciesHz: USUAL_FREQUENCIES_HZ,
    floorDbHl: FLOOR,
    ceilingDbHl: Object.fromEntries(TESTABLE_FREQUENCIES_HZ.map((hz) => [hz, CEILING])),
  });
  const thetaAt = ({ ear, frequencyHz }: Pick<Trial, 'ear' | 'frequencyHz'>): number =>
    person.theta[ear].get(frequencyHz) ?? Number.NaN;
  const isFirst = firstSeriesOnly();
  const counts = new Map<string, number>();
  let seconds = 0;
  for (let trial = test.trial(); trial; trial = test.trial()) {
    const level = trial.silent ? -Infinity : trial.levelDbHl;
    const pressed = presses(MANNERS[simulation.manner], level, thetaAt(trial), random);
    seconds += trial.gapMs / 1000 + (pressed ? SECONDS.press : SECONDS.silence);
    const place = `${trial.ear} ${trial.frequencyHz}`;
    if (!trial.silent && isFirst(trial)) counts.set(place, (counts.get(place) ?? 0) + 1);
    test.answer(
      pressed
        ? { type: 'response', reactionTimeMs: 1000 * SECONDS.press, spontaneousPresses: 0 }
        : { type: 'silence', spontaneousPresses: 0 },
    );
  }
  const result = test.result();
  const places = EARS.flatMap((ear) =>
    USUAL_FREQUENCIES_HZ.map((hz) => ({ ear, frequencyHz: hz })),
  );
  return {
    errors: places.map(({ ear, frequencyHz }) => {
      const found = result.ears[ear].find((one) => one.frequencyHz === frequencyHz);
      if (!found) throw new Error('a frequency asked for was not measured');
      const above = found.flag === 'no-response' ? ABOVE_CEILING : 0;
      return found.theta50DbHl + above - thetaAt({ ear, frequencyHz });
    }),
    presentations: places.map(({ ear, frequencyHz }) => counts.get(`${ear} ${frequencyHz}`) ?? 0),
    seconds,
    low: result.confidence === 'low',
  };
};

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const percentWhere = <T>(values: readonly T[], holds: (value: T) => boolean): number =>
  (100 * values.filter(holds).length) / values.length;

/** Lets `people` take the whole test, and compares what it found with what is true. Same seed, same figures. */
export const measure = (simulation: Simulation): Accuracy => {
  const { people, seed, ears } = simulation;
  const outcomes = Array.from({ length: people }, (_, index) => {
    // One stream for who it is and one for how they answer, so that every engine meets the same people.
    const person = drawPerson(seededRandom(seed + 2 * index * 0x9e3779b9), ears);
    return takeTest(simulation, person, seededRandom(seed + (2 * index + 1) * 0x9e3779b9));
  });
  const errors = outcomes.flatMap((outcome) => outcome.errors);
  const presentations = outcomes.flatMap((outcome) => outcome.presentations);
  const bias = meanOf(errors);
  const within = (db: number): number => percentWhere(errors, (error) => Math.abs(error) <= db);
  const ascending = [...presentations].sort((a, b) => a - b);
  return {
    bias: rounded(bias),
    sd: rounded(Math.sqrt(meanOf(errors.map((error) => (error - bias) ** 2)))),
    mae: rounded(meanOf(errors.map(Math.abs))),
    within5: rounded(within(5), 2),
    within10: rounded(within(10), 2),
    presentationsPerFrequency: rounded(meanOf(presentations), 2),
    presentationsPerFrequencyP95: ascending[Math.ceil(0.95 * ascending.length) - 1] ?? 0,
    presentationsPerEar: rounded(meanOf(presentations) * USUAL_FREQUENCIES_HZ.length, 2),
    minutes: rounded(meanOf(outcomes.map(({ seconds }) => seconds / 60)), 2),
    lowConfidence: rounded(
      percentWhere(outcomes, ({ low }) => low),
      2,
    ),
  };
};
