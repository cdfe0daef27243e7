import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTS } from './counts';
import { PARTNER_FLOWS } from './partner-child';
import { killPartnerFlow, openPartnerLab, type PartnerLab } from './partner-runs';

let lab: PartnerLab;
beforeAll(async () => (lab = await openPartnerLab()), 60_000);
afterAll(() => lab.close());

describe('a kill loses no id, and puts none on the wrong account', () => {
  it.each(PARTNER_FLOWS)(
    'at the named steps of: %s',
    async (flow) => {
      const result = await killPartnerFlow(lab, flow, COUNTS.partnerKills);
      console.info(`${flow}: ${result.kills} kills at ${result.steps} steps`);
      expect(result.violations).toEqual([]);
      expect(result.steps).toBeGreaterThan(10);
      expect(result.kills).toBeGreaterThan(0);
    },
    3_600_000,
  );
});
