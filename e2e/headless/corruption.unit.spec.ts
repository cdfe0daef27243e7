import { beforeAll, describe, expect, it } from 'vitest';
import { makeBases, type Bases } from './bases';
import { corrupt, TARGETS, type Target } from './corruption-runs';
import { COUNTS } from './counts';
import { openLab, type Lab } from './lab';
import { generateMutations, seededRandom } from './mutations';

const { mutations, seed } = COUNTS;
const HOUR_MS = 3_600_000;
const ALL = Object.keys(TARGETS) as Target[];

let lab: Lab;
let bases: Bases;
beforeAll(async () => {
  lab = await openLab();
  bases = await makeBases(lab);
}, 60_000);

describe('damage is survived: the app starts, the bytes are kept, nobody is created', () => {
  it.each(ALL)(
    'in every way made by hand: %s',
    async (target) => {
      const result = await corrupt(lab, bases.two, target);
      console.info(`${target}: ${result.files} damages`, Object.fromEntries(result.ends));
      expect(result.violations).toEqual([]);
      expect(result.files).toBeGreaterThanOrEqual(60);
    },
    HOUR_MS,
  );

  it.each(ALL)(
    `in ${mutations} generated ways (HEADLESS_SEED=${seed}): %s`,
    async (target) => {
      const kinds = generateMutations(mutations, seededRandom(seed));
      const result = await corrupt(lab, bases.two, target, kinds);
      console.info(`HEADLESS_SEED=${seed}, ${target}:`, Object.fromEntries(result.ends));
      expect(result.violations).toEqual([]);
    },
    HOUR_MS,
  );
});
