import { describe, expect, it } from 'vitest';
import type { ThresholdFlag } from '../hearing-test';
import { doubtsOf, type Counts } from './reliability';

const threshold = (flag: ThresholdFlag) => ({
  ...{ frequencyHz: 1000, theta50DbHl: 20, sdDb: 2, presentations: 5 },
  flag,
});
const fine: Counts = {
  catchTrials: { count: 10, hits: 2 },
  spontaneousPresses: { left: 6, right: 6 },
  retest1k: { left: 9.9, right: null },
};
const clear = { left: [threshold('ok')], right: [threshold('floor')] };

describe('doubts about a test', () => {
  it('are none up to the limits', () => expect(doubtsOf(clear, fine)).toEqual([]));

  it.each<[string, Partial<Counts>]>([
    ['catch-trials', { catchTrials: { count: 10, hits: 3 } }],
    ['spontaneous-presses', { spontaneousPresses: { left: 0, right: 7 } }],
    ['retest', { retest1k: { left: null, right: -10 } }],
  ])('%s', (doubt, change) => expect(doubtsOf(clear, { ...fine, ...change })).toEqual([doubt]));

  it('uncertain, from three uncertain thresholds in both ears together', () => {
    const low = threshold('low-confidence');
    expect(doubtsOf({ left: [low], right: [low] }, fine)).toEqual([]);
    expect(doubtsOf({ left: [low, low], right: [low] }, fine)).toEqual(['uncertain']);
  });

  it('come together', () => {
    const bad = { ...fine, catchTrials: { count: 10, hits: 9 }, retest1k: { left: 15, right: 0 } };
    expect(doubtsOf(clear, bad)).toEqual(['catch-trials', 'retest']);
  });
});
