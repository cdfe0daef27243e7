import { beforeAll, describe, expect, it } from 'vitest';
import { makeBases, type Bases } from './bases';
import { COUNTS, isAskedFor, onlyStep } from './counts';
import { killAtEveryStep, killAtRandom } from './kill-runs';
import { openLab, type Lab } from './lab';
import { seededRandom } from './mutations';
import { FLOWS } from './protocol';

const { perStep, everySteps: every, randomKills, seed } = COUNTS;
const HOUR_MS = 3_600_000;

let lab: Lab;
let bases: Bases;
beforeAll(async () => {
  lab = await openLab();
  bases = await makeBases(lab);
}, 60_000);

describe('a kill loses no id, changes none, makes no user twice, and the next start can be used', () => {
  it.each(FLOWS.filter(isAskedFor))(
    `at every named step of: %s (1 of ${every}, times ${perStep})`,
    async (flow) => {
      const only = onlyStep(flow);
      const options = { times: perStep, every, ...(only === undefined ? {} : { only }) };
      const result = await killAtEveryStep(lab, bases, flow, options);
      console.info(`${flow}: ${result.kills} kills at ${result.steps} steps`);
      // A line says all it takes: HEADLESS_ONLY=flow:step npx vitest run e2e/headless/kill
      expect(result.violations).toEqual([]);
      expect(result.steps).toBeGreaterThan(20);
      // What goes on behind a flow may end before the last step or two.
      expect(result.survived).toBeLessThanOrEqual(4 * perStep);
    },
    HOUR_MS,
  );

  it.runIf(isAskedFor('random'))(
    `at ${randomKills} random moments (HEADLESS_SEED=${seed})`,
    async () => {
      const flows = FLOWS.filter((flow) => flow !== 'rest');
      const random = seededRandom(seed);
      const result = await killAtRandom(lab, bases, flows, { times: randomKills, random });
      console.info(`${result.kills} random kills: HEADLESS_SEED=${seed}`);
      expect(result.violations).toEqual([]);
      expect(result.kills).toBeGreaterThan(randomKills * 0.6);
    },
    HOUR_MS,
  );
});
