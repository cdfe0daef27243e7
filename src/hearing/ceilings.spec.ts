import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUPLER_IDS, type CouplerId, type Calibration } from './calibration';
import { ceilingDbHl, ceilingsFor, checkedCalibration, hardLimitDbFs, loudDbHl } from './ceilings';
import { toDbFs, toDbSpl } from './levels';

const SEED = 85;
const measured = (
  splAtFullScaleDb: number,
  coupler: CouplerId = 'hda200-iec-60318-1',
): Calibration => ({
  type: 'measured',
  coupler,
  splAtFullScaleDb,
});
const withResponse = (responseDb: number): Calibration => ({
  type: 'response-file',
  name: 'a pair',
  fit: 'over-ear',
  points: [
    { frequencyHz: 20, responseDb: -90 },
    { frequencyHz: 100, responseDb: 0 },
    { frequencyHz: 1000, responseDb: 0 },
    { frequencyHz: 3000, responseDb },
    { frequencyHz: 8000, responseDb: 0 },
  ],
  splAtFullScaleDb: 100,
});

describe('ceilings', () => {
  it('are 80 dB HL, but 95 dB SPL where that is less', () => {
    expect(ceilingsFor(measured(100), [250, 1000, 8000])).toEqual({
      250: 77,
      1000: 80,
      8000: 77.5,
    });
  });

  it('are full scale where headphones are too soft for either', () => {
    expect(ceilingDbHl(measured(70), 1000)).toBe(64.5);
  });

  it('are -12 dBFS at most where levels are not known', () => {
    const soft: Calibration = { type: 'unknown', splAtFullScaleDb: 80 };
    expect(toDbFs(soft, 1000, ceilingDbHl(soft, 1000))).toBeCloseTo(-12, 9);
    expect(hardLimitDbFs(soft)).toBe(-12);
  });

  it(`hold for every calibration and frequency (seed ${SEED})`, () => {
    const anyCalibration = fc.oneof(
      fc
        .tuple(fc.double({ min: 50, max: 140, noNaN: true }), fc.constantFrom(...COUPLER_IDS))
        .map(([spl, coupler]) => measured(spl, coupler)),
      fc.double({ min: -30, max: 30, noNaN: true }).map(withResponse),
      fc
        .double({ min: 50, max: 140, noNaN: true })
        .map((splAtFullScaleDb): Calibration => ({ type: 'unknown', splAtFullScaleDb })),
    );
    const anyHz = fc.double({ min: 125, max: 8000, noNaN: true });
    fc.assert(
      fc.property(anyCalibration, anyHz, (calibration, hz) => {
        const ceiling = ceilingDbHl(calibration, hz);
        expect(ceiling).toBeLessThanOrEqual(80);
        expect(toDbSpl(calibration, hz, ceiling)).toBeLessThanOrEqual(95 + 1e-9);
        expect(toDbFs(calibration, hz, ceiling)).toBeLessThanOrEqual(
          hardLimitDbFs(calibration) + 1e-9,
        );
        expect(toDbSpl(calibration, hz, loudDbHl(calibration, hz))).toBeCloseTo(85, 9);
      }),
      { seed: SEED },
    );
  });

  it('let no sample pass 105 dB SPL where the headphones are loudest', () => {
    expect(hardLimitDbFs(measured(120))).toBe(-15);
    expect(hardLimitDbFs(withResponse(20))).toBe(-15);
    expect(hardLimitDbFs(measured(90))).toBe(0);
  });
});

describe('a calibration that no headphones can have', () => {
  it.each([49, 141, Number.NaN, Number.NEGATIVE_INFINITY])('%d dB SPL is refused', (spl) => {
    expect(() => checkedCalibration(measured(spl))).toThrow(RangeError);
  });

  it('is refused for its response within what is played only', () => {
    expect(checkedCalibration(withResponse(30))).toEqual(withResponse(30));
    expect(() => checkedCalibration(withResponse(-31))).toThrow(RangeError);
    expect(() => checkedCalibration(withResponse(31))).toThrow(RangeError);
  });
});
