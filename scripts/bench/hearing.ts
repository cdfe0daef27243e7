import type { TestEngine } from '../../src/hearing/hearing-test';
import { say } from '../report';
import { MANNERS, type MannerName } from './hearing/listeners';
import { measure, type Accuracy, type Simulation } from './hearing/measure';

const SEED = 8253;
/** Nothing was tuned on these people. */
const HELD_OUT_SEED = 60645;
const PEOPLE = 150;
const MANNER_NAMES = Object.keys(MANNERS) as MannerName[];

/** What must hold, as `accuracy` of one listener; an error's limit counts in both directions. */
interface Bar {
  readonly engine: 'bayes' | 'hughsonWestlake';
  readonly manner: MannerName;
  readonly most: Partial<Accuracy>;
  readonly least: Partial<Accuracy>;
}

const BARS: readonly Bar[] = [
  {
    engine: 'bayes',
    manner: 'typical',
    most: {
      bias: 0.5,
      sd: 2.8,
      mae: 2.2,
      presentationsPerFrequency: 7.5,
      presentationsPerFrequencyP95: 10,
    },
    least: { within5: 94, within10: 99 },
  },
  { engine: 'bayes', manner: 'distracted', most: { mae: 3.4 }, least: { within10: 96 } },
  {
    engine: 'hughsonWestlake',
    manner: 'typical',
    most: { bias: 0.7, sd: 3.7, mae: 2.8, presentationsPerFrequency: 12 },
    least: {},
  },
];

type ByManner = Readonly<Record<MannerName, Accuracy>>;

const simulate = (change: Partial<Simulation> & Pick<Simulation, 'engine' | 'manner'>): Accuracy =>
  measure({ people: PEOPLE, seed: SEED, ears: 'alike', ageKnown: true, ...change });

const byManner = (engine: TestEngine): ByManner =>
  Object.fromEntries(
    MANNER_NAMES.map((manner) => {
      const accuracy = simulate({ engine, manner });
      say(`${engine}, ${manner}: ${JSON.stringify(accuracy)}`);
      return [manner, accuracy];
    }),
  ) as ByManner;

const missed = (accuracy: Accuracy, { most, least }: Bar): string[] => {
  const of = (limits: Partial<Accuracy>) => Object.entries(limits) as [keyof Accuracy, number][];
  return [
    ...of(most).filter(([name, limit]) => !(Math.abs(accuracy[name]) <= limit)),
    ...of(least).filter(([name, limit]) => !(accuracy[name] >= limit)),
  ].map(([name, limit]) => `${name} ${accuracy[name]}, limit ${limit}`);
};

/**
 * Simulated listeners take the whole threshold test with both engines; prints one JSON object as the last line
 * of stdout. Exit code 1 where the bar is missed. `other` is the typical listener on people the engine was not
 * made for: other ones, with unlike ears, or of unknown age.
 */
export const benchHearing = (): number => {
  const bayes = byManner('bayesian');
  const hughsonWestlake = byManner('hughson-westlake');
  const typical = { engine: 'bayesian', manner: 'typical' } as const;
  const other = {
    heldOutSeed: simulate({ ...typical, seed: HELD_OUT_SEED }),
    heldOutSeedDistracted: simulate({ ...typical, manner: 'distracted', seed: HELD_OUT_SEED }),
    independentEars: simulate({ ...typical, ears: 'independent' }),
    unknownAge: simulate({ ...typical, ageKnown: false }),
  };
  const engines = { bayes, hughsonWestlake };
  const failures = BARS.flatMap((bar) =>
    missed(engines[bar.engine][bar.manner], bar).map((what) => {
      return `${bar.engine} ${bar.manner}: ${what}`;
    }),
  );
  failures.forEach((failure) => say(`MISSED: ${failure}`));
  const facts = { bench: 'hearing', seed: SEED, simulatedEars: 2 * PEOPLE };
  process.stdout.write(`${JSON.stringify({ ...facts, ...engines, other })}\n`);
  return failures.length === 0 ? 0 : 1;
};
