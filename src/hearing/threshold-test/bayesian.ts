import { FIRST_TONE_DB_HL, MOST_RAISE_DB } from '../ceilings';
import type { EarThreshold } from '../hearing-test';
import { ceilingAt } from './config';
import {
  createGridPosterior,
  MANNERS,
  momentsOf,
  normalised,
  probabilityBelow,
  type Distribution,
} from './grid-posterior';
import { expectedAt, onGrid, type Known } from './prior';
import type { Engine, Series, Site, ThresholdTestConfig, Writable } from './types';

/** A series starts this far above what is expected, in dB. */
const START_ABOVE = 2;

/** A series is done when it knows the threshold this well (dB), and in any case after so many tones. */
const STOP_SD = 3.15;
const LEAST_PRESENTATIONS = 4;
const MOST_PRESENTATIONS = 10;
const USUAL_PRESENTATIONS = 6;
/** Probability of a threshold beyond the levels played, from which it is taken to be there, */
const BEYOND = 0.8;
/** but not before this many tones. */
const LEAST_TO_GIVE_UP = 3;
/** A level is close to the ceiling from this far below it, in dB. */
const NEAR_CEILING = 5;
/** Standard deviation in dB above which a threshold is in doubt. */
const UNCERTAIN_SD = 5;

/** However well other places are known, this much is left open here, in dB: while measuring, and at the end. */
const LEAST_PRIOR_SD = { measuring: 6, final: 5 } as const;

/** Levels that may be played, in whole dB HL. */
interface Range {
  readonly floorDbHl: number;
  readonly ceilingDbHl: number;
}

/** A series that also tells what its answers alone say of the threshold. */
interface BayesianSeries extends Series {
  likelihood(): Distribution;
  readonly wasHeard: boolean;
  /** Highest level played so far, in dB HL. */
  readonly loudestDbHl: number;
}

const flagOf = (posterior: Distribution, range: Range): EarThreshold['flag'] | null => {
  if (probabilityBelow(posterior, range.floorDbHl) > BEYOND) return 'floor';
  if (probabilityBelow(posterior, range.ceilingDbHl + 1) < 1 - BEYOND) return 'no-response';
  return null;
};

/**
 * One threshold by Bayes: each tone is played at the level whose answer tells most (expected entropy), until the
 * posterior is narrow. `weights` are those of the manners of answering.
 */
const bayesianSeries = (
  prior: Distribution,
  weights: readonly number[],
  range: Range,
  startDbHl: number,
): BayesianSeries => {
  const belief = createGridPosterior(prior, weights);
  let level = startDbHl;

  const isDone = (): boolean => {
    const { presentations } = series;
    if (presentations >= MOST_PRESENTATIONS) return true;
    if (presentations >= LEAST_TO_GIVE_UP && flagOf(belief.marginal, range)) return true;
    return presentations >= LEAST_PRESENTATIONS && momentsOf(belief.marginal).sdDb <= STOP_SD;
  };

  const series: Writable<BayesianSeries> = {
    done: false,
    presentations: 0,
    theta50DbHl: null,
    wasHeard: false,
    loudestDbHl: startDbHl,
    level: () => level,
    answer(heard) {
      series.presentations += 1;
      series.wasHeard ||= heard;
      series.loudestDbHl = Math.max(series.loudestDbHl, level);
      belief.update(level, heard);
      series.done = isDone();
      const highest = Math.min(range.ceilingDbHl, level + MOST_RAISE_DB);
      if (series.done) series.theta50DbHl = momentsOf(belief.marginal).meanDbHl;
      else level = belief.bestLevel(range.floorDbHl, highest);
    },
    likelihood: () => belief.marginal.map((value, cell) => value / (prior[cell] ?? 1)),
  };
  return series;
};

/** A series and what was expected before it. */
interface Begun {
  readonly site: Site;
  readonly prior: Distribution;
  readonly series: BayesianSeries;
}

/** The loudest of the tones here where none was heard, up to close to the ceiling; null elsewhere. */
const missedUpTo = (all: readonly Begun[], { ceilingDbHl }: Range): number | null => {
  if (all.some(({ series }) => series.wasHeard)) return null;
  const loudest = Math.max(...all.map(({ series }) => series.loudestDbHl));
  return loudest >= ceilingDbHl - NEAR_CEILING ? loudest : null;
};

const isSame = (one: Site, other: Site): boolean =>
  one.ear === other.ear && one.frequencyHz === other.frequencyHz;

/** `prior`, and everything heard in these series. */
const withEvidence = (prior: Distribution, begun: readonly Begun[]): Distribution =>
  normalised(
    begun
      .map(({ series }) => series.likelihood())
      .reduce((product, one) => product.map((value, cell) => value * (one[cell] ?? 0)), prior),
  );

/**
 * The engine that asks what tells most, and uses everything known: age, the frequencies and the ear done before,
 * and in the end every other threshold for each. A threshold is a grid (as in QUEST+, Watson 2017); what ties
 * them together is a Gaussian process.
 */
export const createBayesianEngine = (config: ThresholdTestConfig): Engine => {
  const begun: Begun[] = [];
  let weights = MANNERS.map(({ weight }) => weight);

  const rangeAt = ({ frequencyHz }: Site): Range => ({
    floorDbHl: Math.ceil(config.floorDbHl),
    ceilingDbHl: Math.floor(ceilingAt(config, frequencyHz)),
  });

  const finishedAt = (site: Site): Begun[] =>
    begun.filter((one) => one.series.done && isSame(one.site, site));

  const knownBeside = (site: Site): Known[] =>
    begun.flatMap((one) => {
      const all = finishedAt(one.site);
      if (all[0] !== one || isSame(one.site, site)) return [];
      return [{ site: one.site, ...momentsOf(withEvidence(one.prior, all)) }];
    });

  return {
    usualPresentations: USUAL_PRESENTATIONS,
    begin(site, highestStartDbHl, familiarise) {
      const range = rangeAt(site);
      const expected = expectedAt(site, knownBeside(site), config.age);
      const wanted = familiarise ? FIRST_TONE_DB_HL : Math.round(expected.meanDbHl) + START_ABOVE;
      const highest = Math.min(range.ceilingDbHl, highestStartDbHl);
      const startDbHl = Math.max(range.floorDbHl, Math.min(wanted, highest));
      const prior = onGrid(expected, LEAST_PRIOR_SD.measuring);
      const series = bayesianSeries(prior, weights, range, startDbHl);
      begun.push({ site, prior, series });
      return series;
    },
    catchTrial(pressed) {
      const products = MANNERS.map(({ guess }, index) => {
        return (weights[index] ?? 0) * (pressed ? guess : 1 - guess);
      });
      const sum = products.reduce((total, product) => total + product, 0);
      weights = products.map((product) => product / sum);
    },
    threshold(site) {
      const all = finishedAt(site);
      if (all.length === 0) return undefined;
      const expected = expectedAt(site, knownBeside(site), config.age);
      const posterior = withEvidence(onGrid(expected, LEAST_PRIOR_SD.final), all);
      const { meanDbHl, sdDb } = momentsOf(posterior);
      const range = rangeAt(site);
      // However unlikely that was: what nobody heard is not to pass for a measured threshold.
      const missed = missedUpTo(all, range);
      const flag = missed === null ? flagOf(posterior, range) : 'no-response';
      const estimate = Math.min(Math.max(meanDbHl, range.floorDbHl), range.ceilingDbHl);
      return {
        frequencyHz: site.frequencyHz,
        theta50DbHl: missed ?? estimate,
        sdDb,
        presentations: all.reduce((sum, { series }) => sum + series.presentations, 0),
        flag: flag ?? (sdDb > UNCERTAIN_SD ? 'low-confidence' : 'ok'),
      };
    },
  };
};
