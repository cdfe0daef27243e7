import { expect, it } from 'vitest';
import { COUNTS, isAskedFor } from './counts';
import { interrupt, openHearingTestLab } from './hearing-test-runs';
import { seededRandom } from './mutations';

const { testKills, seed } = COUNTS;

it.runIf(isAskedFor('hearing test'))(
  `a hearing test killed ${testKills} times asks and finds the same (HEADLESS_SEED=${seed})`,
  async () => {
    const lab = await openHearingTestLab();
    const result = await interrupt(lab, { times: testKills, random: seededRandom(seed) });
    console.info(`hearing test: ${result.kills} kills: HEADLESS_SEED=${seed}`);
    expect(result.violations).toEqual([]);
    expect(result.kills).toBe(testKills + Math.ceil(testKills / 2));
  },
  600_000,
);
