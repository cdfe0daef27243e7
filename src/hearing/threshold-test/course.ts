import type { Ear, EarThreshold } from '../hearing-test';
import { plannedSeries, steepBetween, type PlannedSeries } from './plan';
import { RETEST_DIFFERS } from './reliability';
import type { Engine, Series, ThresholdTestConfig } from './types';

/** A series of the plan that has begun. */
interface Begun {
  readonly planned: PlannedSeries;
  readonly series: Series;
}

/** The way through the plan: which series is under way, and what follows from those that are done. */
export interface Course {
  /** Series in the plan as it is now. */
  length(): number;
  /** Series begun so far. */
  begun(): number;
  readonly retest1k: Readonly<Record<Ear, number | null>>;
  /** The series under way, else the next one, started no higher than this; null when all are done. */
  current(highestStartDbHl: number): Begun | null;
  /** Takes the answer to a tone of the series under way; `unlike`: the retest at 1 kHz came out differently. */
  answer(heard: boolean): 'fine' | 'unlike';
  /** What is known of an ear, ascending in frequency. */
  thresholds(ear: Ear): EarThreshold[];
  /** Part of the plan that is done, 0..1; falls when the plan grows. */
  progress(): number;
}

const otherEar = (ear: Ear): Ear => (ear === 'left' ? 'right' : 'left');

/** 1 kHz again, and the frequency of that ear that was hardest to find. */
const repeatsAfter = (begun: readonly Begun[], ear: Ear): PlannedSeries[] => {
  const [hardest] = begun
    .filter(({ planned }) => planned.ear === ear && planned.frequencyHz !== 1000)
    .sort((a, b) => b.series.presentations - a.series.presentations);
  return [1000, ...(hardest ? [hardest.planned.frequencyHz] : [])].map((frequencyHz) => {
    return { ear, frequencyHz, purpose: 'repeat' };
  });
};

/** Both ears after each other, each in the order of the plan. */
export const createCourse = (config: ThresholdTestConfig, engine: Engine): Course => {
  let plan = [config.firstEar, otherEar(config.firstEar)].flatMap((ear) =>
    plannedSeries(ear, config.frequenciesHz),
  );
  const begun: Begun[] = [];
  const retest1k: Record<Ear, number | null> = { left: null, right: null };

  const insert = (added: readonly PlannedSeries[]): void => {
    plan = [...plan.slice(0, begun.length), ...added, ...plan.slice(begun.length)];
  };

  const thresholds = (ear: Ear): EarThreshold[] => {
    const own = begun.filter(({ planned }) => planned.ear === ear);
    return [...new Set(own.map(({ planned }) => planned.frequencyHz))]
      .sort((a, b) => a - b)
      .flatMap((frequencyHz) => engine.threshold({ ear, frequencyHz }) ?? []);
  };

  const compareRetest = ({ planned: { ear, frequencyHz }, series }: Begun): 'fine' | 'unlike' => {
    const first = begun.find(({ planned }) => {
      return planned.ear === ear && planned.frequencyHz === frequencyHz;
    });
    const difference = (series.theta50DbHl ?? 0) - (first?.series.theta50DbHl ?? 0);
    retest1k[ear] = difference;
    if (Math.abs(difference) < RETEST_DIFFERS) return 'fine';
    insert(repeatsAfter(begun, ear));
    return 'unlike';
  };

  const addSteep = (ear: Ear): void => {
    const found = thresholds(ear).map((one) => [one.frequencyHz, one.theta50DbHl] as const);
    insert(steepBetween(ear, new Map(found)));
  };

  return {
    length: () => plan.length,
    begun: () => begun.length,
    retest1k,
    thresholds,
    current(highestStartDbHl) {
      const last = begun.at(-1);
      if (last && !last.series.done) return last;
      const planned = plan[begun.length];
      if (!planned) return null;
      const series = engine.begin(planned, highestStartDbHl, begun.length === 0);
      const next = { planned, series };
      begun.push(next);
      return next;
    },
    answer(heard) {
      const current = begun.at(-1);
      if (!current) throw new Error('no series is under way');
      current.series.answer(heard);
      if (!current.series.done) return 'fine';
      const { ear, purpose } = current.planned;
      const verdict = purpose === 'retest' ? compareRetest(current) : 'fine';
      const isLastOfEar = plan[begun.length]?.ear !== ear;
      if (isLastOfEar && purpose !== 'extra') addSteep(ear);
      return verdict;
    },
    progress() {
      const { done = false, presentations = 0 } = begun.at(-1)?.series ?? {};
      const ofLast = done ? 1 : Math.min(presentations / engine.usualPresentations, 0.9);
      return (begun.length - 1 + ofLast) / plan.length;
    },
  };
};
