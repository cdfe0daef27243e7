/** Grid of thresholds, in dB HL: -20..95 in steps of 1 dB. */
export const GRID = { min: -20, cells: 116 } as const;

/** A probability for each threshold of the grid. */
export type Distribution = Float64Array;

/** One way to answer: P(heard) = guess + (1 - guess - lapse) / (1 + exp(-(level - theta) / slopeDb)). */
interface Manner {
  readonly slopeDb: number;
  readonly guess: number;
  readonly lapse: number;
  /** How likely it is before anything is known. */
  readonly weight: number;
}

/** The ways of answering thought possible; the last is somebody who presses at random. */
export const MANNERS: readonly Manner[] = [
  { slopeDb: 1.5, guess: 0.02, lapse: 0.02, weight: 0.4 },
  { slopeDb: 1.5, guess: 0.08, lapse: 0.08, weight: 0.1 },
  { slopeDb: 2.5, guess: 0.02, lapse: 0.02, weight: 0.35 },
  { slopeDb: 2.5, guess: 0.08, lapse: 0.08, weight: 0.08 },
  { slopeDb: 4, guess: 0.08, lapse: 0.08, weight: 0.05 },
  { slopeDb: 2.5, guess: 0.25, lapse: 0.03, weight: 0.02 },
];

const OFFSET = GRID.cells - 1;
/** P(heard) for each manner by level less threshold, from -115 to 115 dB. */
const P_HEARD = MANNERS.map(({ slopeDb, guess, lapse }) =>
  Float64Array.from(
    { length: 2 * GRID.cells - 1 },
    (_, index) => guess + (1 - guess - lapse) / (1 + Math.exp((OFFSET - index) / slopeDb)),
  ),
);

/** P(heard at `levelDbHl`) for each threshold of the grid: a window of the table, read from its end. */
const heardByTheta = (table: Float64Array, levelDbHl: number): ((cell: number) => number) => {
  const last = levelDbHl - GRID.min + OFFSET;
  return (cell) => table[last - cell] ?? 0;
};

/** x log x, as entropies need it. */
const xLogX = (x: number): number => (x > 0 ? x * Math.log(x) : 0);

const sumOf = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};

/** Scaled to a sum of 1. */
export const normalised = (distribution: Distribution): Distribution => {
  const sum = sumOf(distribution);
  return distribution.map((probability) => probability / sum);
};

/** Mean in dB HL and standard deviation in dB of a distribution that sums to 1. */
export const momentsOf = (distribution: Distribution): { meanDbHl: number; sdDb: number } => {
  let first = 0;
  let second = 0;
  distribution.forEach((probability, cell) => {
    first += probability * cell;
    second += probability * cell * cell;
  });
  return { meanDbHl: first + GRID.min, sdDb: Math.sqrt(Math.max(0, second - first * first)) };
};

/** Probability of a threshold below `levelDbHl`. */
export const probabilityBelow = (distribution: Distribution, levelDbHl: number): number =>
  sumOf(distribution.subarray(0, Math.max(0, Math.ceil(levelDbHl) - GRID.min)));

/** What is believed of a threshold while the manner of answering is not known either. */
export interface GridPosterior {
  /** Whatever the manner. */
  readonly marginal: Distribution;
  /** By Bayes, from the answer at a whole level in -20..95 dB HL. */
  update(levelDbHl: number, heard: boolean): void;
  /** The whole level in `lowest..highest` dB HL whose answer leaves the least entropy to expect. */
  bestLevel(lowest: number, highest: number): number;
}

/** Starts from `prior` over thresholds and `weights` over the manners; both sum to 1. */
export const createGridPosterior = (
  prior: Distribution,
  weights: readonly number[],
): GridPosterior => {
  let joint = weights.map((weight) => prior.map((probability) => probability * weight));
  let marginal = prior;

  /** Of the threshold and a response at this level together, whatever the manner. */
  const withResponse = (levelDbHl: number): Distribution => {
    const sum = new Float64Array(GRID.cells);
    joint.forEach((row, index) => {
      const heardAt = heardByTheta(P_HEARD[index] ?? new Float64Array(), levelDbHl);
      for (let cell = 0; cell < GRID.cells; cell += 1) {
        sum[cell] = (sum[cell] ?? 0) + (row[cell] ?? 0) * heardAt(cell);
      }
    });
    return sum;
  };

  const expectedEntropy = (levelDbHl: number): number => {
    let entropy = 0;
    let responses = 0;
    withResponse(levelDbHl).forEach((response, cell) => {
      const silence = Math.max(0, (marginal[cell] ?? 0) - response);
      responses += response;
      entropy -= xLogX(response) + xLogX(silence);
    });
    return entropy + xLogX(responses) + xLogX(1 - responses);
  };

  return {
    get marginal() {
      return marginal;
    },
    update(levelDbHl, heard) {
      joint = joint.map((row, index) => {
        const heardAt = heardByTheta(P_HEARD[index] ?? new Float64Array(), levelDbHl);
        return row.map((value, cell) => value * (heard ? heardAt(cell) : 1 - heardAt(cell)));
      });
      const total = sumOf(joint.map(sumOf));
      joint = joint.map((row) => row.map((value) => value / total));
      marginal = new Float64Array(GRID.cells).map((_, cell) =>
        sumOf(joint.map((row) => row[cell] ?? 0)),
      );
    },
    bestLevel(lowest, highest) {
      // No level far outside what is believed can be the best one.
      const { meanDbHl, sdDb } = momentsOf(marginal);
      const reach = 2 * sdDb + 3;
      const from = Math.min(Math.max(lowest, Math.ceil(meanDbHl - reach)), highest);
      const to = Math.max(Math.min(highest, Math.floor(meanDbHl + reach)), from);
      let best = { level: from, entropy: Infinity };
      for (let level = from; level <= to; level += 1) {
        const entropy = expectedEntropy(level);
        if (entropy < best.entropy) best = { level, entropy };
      }
      return best.level;
    },
  };
};
