import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splatterDb } from '../../../scripts/audio/spectrum';
import { measureTone } from '../../../scripts/audio/measure-tone';
import type { Calibration } from '../../hearing/calibration';
import { ceilingDbHl, hardLimitDbFs } from '../../hearing/ceilings';
import { amplitudeOf, toDbFs } from '../../hearing/levels';
import type { CheckSound } from './sound-messages';
import { createToneGenerator, type ToneGenerator } from './tone-generator';

const RATE = 48_000;
const SEED = 60645;
const BLOCK = 128;
const calibration: Calibration = {
  type: 'measured',
  coupler: 'hda200-iec-60318-1',
  splAtFullScaleDb: 100,
};
const TONE = { ear: 'left', frequencyHz: 1000, levelDbHl: 40, at: 0 } as const;

/** Renders block by block, as a worklet is asked to, and does things in between. */
const render = (
  generator: ToneGenerator,
  seconds: number,
  acts: readonly (readonly [seconds: number, act: (frame: number) => void])[] = [],
) => {
  const frames = Math.ceil((seconds * RATE) / BLOCK) * BLOCK;
  const [left, right] = [new Float32Array(frames), new Float32Array(frames)];
  const waiting = [...acts];
  for (let frame = 0; frame < frames; frame += BLOCK) {
    while (waiting[0] && waiting[0][0] * RATE <= frame) waiting.shift()![1](frame);
    const end = frame + BLOCK;
    generator.render(left.subarray(frame, end), right.subarray(frame, end), frame);
  }
  return { left, right };
};

const peakOf = (samples: Float32Array): number =>
  samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
const lastOf = (samples: Float32Array): number => samples.findLastIndex((one) => one !== 0);
const silent = (samples: Float32Array): boolean => samples.every((one) => one === 0);

describe('the pulsed tone', () => {
  const generator = createToneGenerator(calibration, RATE);

  it.each([
    ['left', 250],
    ['right', 500],
    ['left', 1000],
    ['right', 2000],
    ['left', 4000],
    ['right', 8000],
  ] as const)('is what was asked for, in the %s ear only, at %d Hz', (ear, frequencyHz) => {
    const fresh = createToneGenerator(calibration, RATE);
    expect(fresh.playTone({ ear, frequencyHz, levelDbHl: 20, at: 0.25 }, 0)).toEqual({
      onset: 0.25,
      levelDbHl: 20,
      asAsked: true,
      loudSeconds: 0,
    });
    const sound = render(fresh, 1.5);
    const tone = measureTone(sound[ear], frequencyHz, RATE)!;
    expect(tone.onset).toBe(0.25 * RATE);
    expect(tone.dbFs).toBeCloseTo(toDbFs(calibration, frequencyHz, 20), 3);
    expect(tone.frequencyHz / frequencyHz).toBeCloseTo(1, 5);
    expect(tone.rampMs).toBe(35);
    expect(tone.residualDb).toBeLessThan(-100);
    expect(tone.splatterDb).toBeLessThan(-60);
    expect(silent(sound[ear === 'left' ? 'right' : 'left'])).toBe(true);
    expect(lastOf(sound[ear])).toBeLessThan(1.25 * RATE);
  });

  it('that comes too late begins at once and says when', () => {
    expect(generator.playTone({ ...TONE, at: 0.1 }, RATE)?.onset).toBe(1);
  });
});

describe('ending early', () => {
  it.each([
    ['release', 0.5, 0.035],
    ['release', 0.19, 0.01 + BLOCK / RATE],
    ['silence', 0.5, 0.02],
    ['silence', 0.1, 0.02],
  ] as const)('%s after %d s is over within %d s, without a click', (how, at, within) => {
    const generator = createToneGenerator(calibration, RATE);
    generator.playTone(TONE, 0);
    const { left } = render(generator, 1.5, [[at, (frame) => generator[how](frame)]]);
    expect(lastOf(left) / RATE).toBeGreaterThan(at);
    expect(lastOf(left) / RATE).toBeLessThan(at + within + BLOCK / RATE);
    const pulse = left.subarray(at > 0.4 ? 0.4 * RATE - 100 : 0, lastOf(left) + 1);
    expect(splatterDb(pulse, TONE.frequencyHz, RATE)).toBeLessThan(-60);
  });

  it('is made quicker by silence, never slower by a release', () => {
    const generator = createToneGenerator(calibration, RATE);
    generator.playTone(TONE, 0);
    const { left } = render(generator, 1.5, [
      [0.1, (frame) => generator.release(frame)],
      [0.105, (frame) => generator.silence(frame)],
      [0.11, (frame) => generator.release(frame)],
    ]);
    expect(lastOf(left) / RATE).toBeLessThan(0.125 + (2 * BLOCK) / RATE);
    expect(splatterDb(left.subarray(0, lastOf(left) + 1), TONE.frequencyHz, RATE)).toBeLessThan(
      -60,
    );
  });

  it('takes a tone back that has not begun', () => {
    const generator = createToneGenerator(calibration, RATE);
    generator.playTone({ ...TONE, at: 0.5 }, 0);
    const { left } = render(generator, 2, [[0.3, (frame) => generator.release(frame)]]);
    expect(silent(left)).toBe(true);
  });

  it('gives way to the next tone, which waits for its end', () => {
    const generator = createToneGenerator(calibration, RATE);
    generator.playTone(TONE, 0);
    let onset = 0;
    const next = (frame: number): void => {
      onset = generator.playTone({ ...TONE, ear: 'right' }, frame)?.onset ?? 0;
    };
    const { left, right } = render(generator, 2, [[0.1, next]]);
    expect(lastOf(left) / RATE).toBeLessThanOrEqual(onset);
    expect(right.findIndex((one) => one !== 0) / RATE).toBeGreaterThanOrEqual(onset);
    expect(onset).toBeCloseTo(0.12, 2);
  });
});

describe('ceilings', () => {
  it('let the first tone be 40 dB HL at most, and the next 10 dB more', () => {
    const generator = createToneGenerator(calibration, RATE);
    const found = [1, 2, 3, 4, 5, 6, 7].map((second) => {
      const asked = generator.playTone({ ...TONE, levelDbHl: 500, at: 0 }, second * RATE);
      const left = new Float32Array(RATE);
      generator.render(left, new Float32Array(RATE), second * RATE);
      return [asked?.asAsked, peakOf(left), asked?.levelDbHl] as const;
    });
    const levels = [40, 50, 60, 70, 80, 80, 80];
    const asAsked = [false, false, false, false, true, true, true];
    expect(found.map(([as]) => as)).toEqual(asAsked);
    expect(found.map(([, , told]) => told)).toEqual(levels);
    found.forEach(([, peak], index) => {
      expect(peak).toBeCloseTo(amplitudeOf(toDbFs(calibration, 1000, levels[index]!)), 6);
    });
  });

  it(`are never passed, whatever is asked (seed ${SEED})`, () => {
    const anyRequest = fc.oneof(
      fc.record({
        ear: fc.constantFrom('left' as const, 'right' as const),
        frequencyHz: fc.oneof(fc.constantFrom(125, 250, 1000, 8000), fc.double()),
        levelDbHl: fc.oneof(fc.double(), fc.integer({ min: -20, max: 200 })),
        at: fc.oneof(fc.constant(0), fc.double()),
      }),
      fc.constantFrom<CheckSound | 'release' | 'silence'>(
        'burst',
        'leakage',
        'seal',
        'release',
        'silence',
      ),
      fc.double(),
    );
    const anyCalibration = fc.oneof(
      fc.constantFrom<Calibration>(calibration, { ...calibration, splAtFullScaleDb: 140 }),
      fc
        .integer({ min: 50, max: 140 })
        .map((splAtFullScaleDb): Calibration => ({ type: 'unknown', splAtFullScaleDb })),
    );
    fc.assert(
      fc.property(anyCalibration, fc.array(anyRequest, { maxLength: 12 }), (given, requests) => {
        const rate = 17_000;
        const generator = createToneGenerator(given, rate);
        const limit = amplitudeOf(hardLimitDbFs(given));
        const block = new Float32Array(2000);
        const other = new Float32Array(2000);
        requests.forEach((request, index) => {
          const now = index * block.length;
          if (typeof request === 'number') generator.speak(request, now);
          else if (request === 'release' || request === 'silence') generator[request](now);
          else if (typeof request === 'string') generator.playCheck(request, 'left', now);
          else generator.playTone(request, now);
          generator.render(block, other, now);
          for (const samples of [block, other]) {
            expect(samples.every((one) => Number.isFinite(one))).toBe(true);
            expect(peakOf(samples)).toBeLessThanOrEqual(limit + 1e-6);
          }
        });
      }),
      { seed: SEED, numRuns: 40 },
    );
  }, 30_000);

  it.each([125, 250, 1000, 8000])('hold at %d Hz for every tier', (frequencyHz) => {
    for (const given of [calibration, { type: 'unknown', splAtFullScaleDb: 80 } as const]) {
      const generator = createToneGenerator(given, RATE);
      let peak = 0;
      for (let second = 0; second < 8; second += 1) {
        generator.playTone({ ...TONE, frequencyHz, levelDbHl: 1e6 }, second * RATE);
        const left = new Float32Array(RATE / 4);
        generator.render(left, new Float32Array(RATE / 4), second * RATE);
        peak = Math.max(peak, peakOf(left));
      }
      const most = toDbFs(given, frequencyHz, ceilingDbHl(given, frequencyHz));
      expect(peak).toBeLessThanOrEqual(amplitudeOf(most) + 1e-6);
      expect(peak).toBeGreaterThan(amplitudeOf(most - 2));
    }
  });

  it('hold loud tones at 85 dB SPL after a minute of them', () => {
    const generator = createToneGenerator(calibration, RATE);
    const peaks: number[] = [];
    for (let second = 0; second < 110; second += 1) {
      generator.playTone({ ...TONE, frequencyHz: 4000, levelDbHl: 80 }, second * RATE);
      const left = new Float32Array(RATE);
      generator.render(left, new Float32Array(RATE), second * RATE);
      peaks.push(peakOf(left));
    }
    const loud = amplitudeOf(85 - 100);
    // Four tones lead up to it; then the last hundred pulse trains of 0.6 s are a minute.
    expect(peaks[10]).toBeCloseTo(amplitudeOf(89.5 - 100), 4);
    expect(peaks[100]).toBeCloseTo(amplitudeOf(89.5 - 100), 4);
    expect(peaks[109]).toBeCloseTo(loud, 4);
  }, 30_000);

  it('go on counting where an earlier sound of the same test stopped', () => {
    const loudest = (loudBefore: number): readonly [number, number] => {
      const generator = createToneGenerator(calibration, RATE, loudBefore);
      let [peak, told] = [0, 0];
      for (let second = 0; second < 6; second += 1) {
        const tone = { ...TONE, frequencyHz: 4000, levelDbHl: 80 };
        told = generator.playTone(tone, second * RATE)!.loudSeconds;
        const left = new Float32Array(RATE);
        generator.render(left, new Float32Array(RATE), second * RATE);
        peak = peakOf(left);
      }
      return [peak, told];
    };
    const [fresh, used] = loudest(0);
    expect(fresh).toBeCloseTo(amplitudeOf(89.5 - 100), 4);
    // Told before it is over: never less than what it will have used.
    expect(used).toBeGreaterThan(0.6);
    expect(used).toBeLessThan(3);
    const [held, all] = loudest(60);
    expect(held).toBeCloseTo(amplitudeOf(85 - 100), 4);
    expect(all).toBe(60);
  });

  it.each([
    { ...TONE, levelDbHl: Number.NaN },
    { ...TONE, levelDbHl: Number.POSITIVE_INFINITY },
    { ...TONE, frequencyHz: 0 },
    { ...TONE, frequencyHz: 9000 },
    { ...TONE, at: Number.NaN },
  ])('let through no nonsense: %o', (nonsense) => {
    const generator = createToneGenerator(calibration, RATE);
    expect(generator.playTone(nonsense, 0)).toBeNull();
    expect(silent(render(generator, 0.5).left)).toBe(true);
  });

  it('are not made for a calibration no headphones can have', () => {
    expect(() => createToneGenerator({ ...calibration, splAtFullScaleDb: 0 }, RATE)).toThrow(
      RangeError,
    );
  });
});

describe('the checks', () => {
  it.each(['burst', 'leakage', 'seal'] as const)('%s is heard in one ear, and ends', (sound) => {
    const generator = createToneGenerator(calibration, RATE);
    generator.playCheck(sound, 'right', 0);
    const { left, right } = render(generator, 3);
    expect(silent(left)).toBe(true);
    expect(peakOf(right)).toBeGreaterThan(amplitudeOf(-80));
    expect(generator.isSounding(3 * RATE)).toBe(false);
  });

  it('play 125 Hz and 1 kHz at the same hearing level', () => {
    const generator = createToneGenerator(calibration, RATE);
    generator.playCheck('seal', 'left', 0);
    const { left } = render(generator, 3);
    const low = measureTone(left, 125, RATE)!;
    const high = measureTone(left.subarray(1.3 * RATE), 1000, RATE)!;
    expect(low.dbFs).toBeCloseTo(toDbFs(calibration, 125, 40), 2);
    expect(high.dbFs).toBeCloseTo(toDbFs(calibration, 1000, 40), 2);
  });

  it('play speech in both ears at the level asked, moved into its range, and glide to another', () => {
    const generator = createToneGenerator(calibration, RATE);
    generator.speak(-40, 0);
    const { left, right } = render(generator, 9.5, [[5, (frame) => generator.speak(99, frame)]]);
    expect(left.every((one, index) => one === right[index])).toBe(true);
    const rms = (from: number): number => {
      const part = left.subarray(from * RATE, (from + 4) * RATE);
      return 20 * Math.log10(Math.sqrt((2 * part.reduce((s, x) => s + x * x, 0)) / part.length));
    };
    expect(rms(0.5)).toBeCloseTo(-40, 1);
    expect(rms(5.5)).toBeCloseTo(-22, 1);
    expect(peakOf(left)).toBeLessThanOrEqual(amplitudeOf(-12));
    const around = left.subarray(5 * RATE - 10, 5.01 * RATE);
    const jump = around.reduce(
      (most, x, n) => Math.max(most, Math.abs(x - (around[n - 1] ?? x))),
      0,
    );
    expect(jump).toBeLessThan(amplitudeOf(-40));
    generator.silence(9.5 * RATE);
    expect(generator.isSounding(9.53 * RATE)).toBe(false);
  });
});
