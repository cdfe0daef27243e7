import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EARS, type Ear, type TestEngine } from '../hearing-test';
import { TESTABLE_FREQUENCIES_HZ, USUAL_FREQUENCIES_HZ } from './config';
import {
  configOf,
  erraticListener,
  exactListener,
  pressed,
  silent,
  takeTest,
} from './spec-support/take-test';
import { createThresholdTest } from './threshold-test';

const SEED = 8253;
/** Milliseconds a test may take on a busy machine. */
const timeout = 30_000;
const ENGINES: readonly TestEngine[] = ['bayesian', 'hughson-westlake'];
const anyEngine = fc.constantFrom(...ENGINES);
const anySeed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const anyTheta = fc.double({ min: -15, max: 90, noNaN: true });
/** A threshold for every ear and frequency. */
const anyThetas = fc.array(anyTheta, { minLength: 16, maxLength: 16 });
const anyAge = fc.option(fc.integer({ min: 18, max: 90 }), { nil: null });
const anyConfig = fc
  .record({
    engine: anyEngine,
    seed: anySeed,
    age: anyAge,
    firstEar: fc.constantFrom(...EARS),
    frequenciesHz: fc.subarray([...TESTABLE_FREQUENCIES_HZ], { minLength: 1 }),
    floorDbHl: fc.integer({ min: -10, max: 10 }),
    ceiling: fc.double({ min: 45, max: 80, noNaN: true }),
  })
  .map(({ ceiling, ...rest }) => configOf(rest, ceiling));

const thetaIn = (thetas: readonly number[], swap = false) => {
  return (ear: Ear, frequencyHz: number): number => {
    const index = TESTABLE_FREQUENCIES_HZ.findIndex((hz) => hz === frequencyHz);
    return thetas[index + ((ear === 'left') !== swap ? 8 : 0)]!;
  };
};

const property = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, numRuns = 12) =>
  fc.assert(fc.property(arbitrary, holds), { seed: SEED, numRuns });

describe.each(ENGINES)('a whole test (%s)', { timeout }, (engine) => {
  it('finds every threshold of somebody who hears exactly', () => {
    const found = takeTest(
      configOf({ engine }),
      exactListener((ear, hz) => (ear === 'left' ? 20 : 32) + (hz > 1000 ? 12 : 0)),
    ).test.result();
    for (const ear of EARS) {
      expect(found.ears[ear].map(({ frequencyHz }) => frequencyHz)).toEqual(USUAL_FREQUENCIES_HZ);
      for (const { frequencyHz, theta50DbHl, flag } of found.ears[ear]) {
        const theta = (ear === 'left' ? 20 : 32) + (frequencyHz > 1000 ? 12 : 0);
        expect(Math.abs(theta50DbHl - theta)).toBeLessThanOrEqual(4);
        expect(flag).toBe('ok');
      }
      expect(Math.abs(found.retest1k[ear]!)).toBeLessThan(5);
    }
    expect(found).toMatchObject({
      catchTrials: { count: 10, hits: 0 },
      ...{ spontaneousPresses: { left: 0, right: 0 }, doubts: [], confidence: 'ok' },
    });
  });

  it('starts at 40 dB HL and 1 kHz in the ear asked for first', () => {
    const trial = createThresholdTest(configOf({ engine, firstEar: 'left' })).trial();
    expect(trial).toMatchObject({
      ...{ index: 0, ear: 'left', frequencyHz: 1000, levelDbHl: 40, silent: false },
    });
  });

  it.each([
    ['hears everything', -100, 'floor'],
    ['hears nothing', 200, 'no-response'],
  ])('says where somebody %s', (_, theta, flag) => {
    const { test } = takeTest(
      configOf({ engine }),
      exactListener(() => theta),
    );
    for (const ear of EARS) {
      expect(test.result().ears[ear].map((one) => one.flag)).toEqual(Array(6).fill(flag));
    }
  });

  it('tests 3 and 6 kHz as well where the audiogram is steep', () => {
    const steep = exactListener((ear, hz) => (ear === 'left' && hz > 2000 ? 55 : 10));
    const { left, right } = takeTest(configOf({ engine }), steep).test.result().ears;
    expect(left.map(({ frequencyHz }) => frequencyHz)).toEqual([
      250, 500, 1000, 2000, 3000, 4000, 8000,
    ]);
    expect(right).toHaveLength(6);
  });

  it('reinstructs and repeats 1 kHz and one more where the retest comes out differently', () => {
    let seen = 0;
    let last = 0;
    const config = configOf({ engine, frequenciesHz: [1000, 4000] });
    const test = createThresholdTest(config);
    const attention: string[] = [];
    const visits: string[] = [];
    for (let trial = test.trial(); trial; trial = test.trial()) {
      if (trial.frequencyHz !== last) {
        seen += 1;
        visits.push(`${trial.ear} ${trial.frequencyHz}`);
      }
      last = trial.frequencyHz;
      // The first time 30 dB worse.
      const theta = seen === 1 ? 50 : 20;
      test.answer(!trial.silent && trial.levelDbHl >= theta ? pressed : silent);
      attention.push(test.attention);
    }
    expect(attention.filter((one) => one === 'reinstruct')).toHaveLength(1);
    // The repeat of 1 kHz follows the retest at once.
    expect(visits).toEqual([
      ...['right 1000', 'right 4000', 'right 1000', 'right 4000'],
      ...['left 1000', 'left 4000', 'left 1000'],
    ]);
    expect(test.result().retest1k.right).toBeLessThan(-10);
    expect(test.result()).toMatchObject({ doubts: ['retest'], confidence: 'low' });
  });

  it.each([22, 45, 70])('tells no threshold where not one tone was heard (age %i)', (age) => {
    const heard: Record<number, number> = { 250: 10, 500: 10, 1000: 15, 2000: 30, 3000: 45 };
    const { test } = takeTest(
      configOf({ age, floorDbHl: 0 }),
      exactListener((_, frequencyHz) => heard[frequencyHz] ?? 999),
    );
    for (const { frequencyHz, theta50DbHl, flag } of Object.values(test.result().ears).flat()) {
      expect(flag === 'no-response').toBe(frequencyHz > 3000);
      if (frequencyHz > 3000) expect(theta50DbHl).toBeGreaterThanOrEqual(75);
    }
  });

  it('never gives a better threshold to somebody who hears worse', () => {
    // Audiograms as people have them; of 3 dB or more, since a threshold is found to about 2 dB.
    const anyAudiogram = fc.record({
      base: fc.double({ min: 0, max: 40, noNaN: true }),
      perOctave: fc.double({ min: -2, max: 6, noNaN: true }),
      worse: fc.integer({ min: 3, max: 20 }),
      seed: anySeed,
    });
    property(anyAudiogram, ({ base, perOctave, worse, seed }) => {
      const take = (by: number) => {
        const theta = (_: Ear, hz: number) => base + by + perOctave * Math.log2(hz / 1000);
        return takeTest(configOf({ engine, seed }), exactListener(theta)).test.result();
      };
      const one = take(0);
      const other = take(worse);
      for (const ear of EARS) {
        other.ears[ear].forEach(({ theta50DbHl }, index) => {
          expect(theta50DbHl).toBeGreaterThanOrEqual(one.ears[ear][index]!.theta50DbHl);
        });
      }
    });
  });

  it('is the same with ears swapped', () => {
    property(fc.tuple(anyThetas, anySeed, anyAge), ([thetas, seed, age]) => {
      const take = (firstEar: Ear, swap: boolean) =>
        takeTest(
          configOf({ engine, seed, age, firstEar }),
          exactListener(thetaIn(thetas, swap)),
        ).test.result();
      const one = take('right', false);
      const other = take('left', true);
      expect(other.ears).toEqual({ left: one.ears.right, right: one.ears.left });
      expect(other.retest1k).toEqual({ left: one.retest1k.right, right: one.retest1k.left });
    });
  });
});

describe('whatever is answered', { timeout }, () => {
  const erratic = fc.tuple(anyConfig, anySeed, fc.double({ min: 0, max: 1, noNaN: true }));

  it('a test ends, with every threshold inside its levels', () => {
    property(erratic, ([config, seed, share]) => {
      const { test, trials } = takeTest(config, erraticListener(seed, share));
      expect(trials.length).toBeLessThan(1000);
      const { ears, doubts, confidence } = test.result();
      for (const { frequencyHz, theta50DbHl } of [...ears.left, ...ears.right]) {
        expect(theta50DbHl).toBeGreaterThanOrEqual(config.floorDbHl - 2.5);
        expect(theta50DbHl).toBeLessThanOrEqual(config.ceilingDbHl[frequencyHz]!);
      }
      for (const ear of EARS) {
        const found = ears[ear].map(({ frequencyHz }) => frequencyHz);
        expect(found).toEqual(expect.arrayContaining([...config.frequenciesHz]));
        expect(found).toEqual([...found].sort((a, b) => a - b));
      }
      expect(confidence).toBe(doubts.length > 0 ? 'low' : 'ok');
    });
  });

  it('no tone is above its ceiling, below the floor, or raised by more than 10 dB', () => {
    property(erratic, ([config, seed, share]) => {
      const { trials } = takeTest(config, erraticListener(seed, share));
      const tones = trials.filter((trial) => !trial.silent);
      let last = 30;
      for (const { levelDbHl, frequencyHz } of tones) {
        expect(levelDbHl).toBeLessThanOrEqual(config.ceilingDbHl[frequencyHz]!);
        expect(levelDbHl).toBeGreaterThanOrEqual(config.floorDbHl);
        expect(levelDbHl - last).toBeLessThanOrEqual(10);
        last = levelDbHl;
      }
    });
  });

  it('silent trials are never among the first three nor two in a row, and gaps vary', () => {
    property(erratic, ([config, seed, share]) => {
      const { trials, test } = takeTest(config, erraticListener(seed, share));
      const isSilent = trials.map((trial) => trial.silent);
      expect(isSilent.slice(0, 3)).not.toContain(true);
      isSilent.forEach((one, index) => expect(one && isSilent[index + 1]).not.toBe(true));
      expect(test.result().catchTrials.count).toBe(isSilent.filter(Boolean).length);
      expect(trials.every(({ gapMs }) => gapMs >= 800 && gapMs <= 2000)).toBe(true);
      expect(new Set(trials.map(({ gapMs }) => gapMs)).size).toBe(trials.length);
    });
  });

  it('progress never falls, and is 1 only at the end', () => {
    property(erratic, ([config, seed, share]) => {
      const listener = erraticListener(seed, share);
      const test = createThresholdTest(config);
      let last = 0;
      while (test.trial()) {
        const now = test.progress();
        expect(now).toBeGreaterThanOrEqual(last);
        expect(now).toBeLessThan(1);
        last = now;
        test.answer(listener());
      }
      expect(test.progress()).toBe(1);
    });
  });
});
