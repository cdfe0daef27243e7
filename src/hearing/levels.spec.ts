import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUPLER_IDS, HEADPHONES_IDS, type Calibration } from './calibration';
import {
  amplitudeOf,
  fromDbFs,
  splAtFullScale,
  splAtFullScaleFromSpeech,
  toDbFs,
  toDbSpl,
} from './levels';
import { headphonesName, retsplAt } from './retspl';

const SEED = 389;
const hda200: Calibration = {
  type: 'measured',
  coupler: 'hda200-iec-60318-1',
  splAtFullScaleDb: 100,
};
const unknown: Calibration = { type: 'unknown', splAtFullScaleDb: 98 };
const file: Calibration = {
  type: 'response-file',
  name: 'a pair',
  fit: 'in-ear',
  points: [
    { frequencyHz: 20, responseDb: 71 },
    { frequencyHz: 1000, responseDb: 70 },
    { frequencyHz: 4000, responseDb: 76 },
    { frequencyHz: 20_000, responseDb: 60 },
  ],
  splAtFullScaleDb: 100,
};
const anyCalibration = fc.oneof(
  fc.constantFrom(...COUPLER_IDS).map((coupler): Calibration => ({ ...hda200, coupler })),
  fc
    .constantFrom(...HEADPHONES_IDS)
    .map((headphones): Calibration => ({ type: 'model', headphones, splAtFullScaleDb: 105 })),
  fc.constantFrom<Calibration>(unknown, file),
);
const anyHz = fc.double({ min: 125, max: 8000, noNaN: true });
const anyDb = fc.double({ min: -20, max: 100, noNaN: true });

describe('a hearing level in the signal', () => {
  it.each([
    [40, 1000, -54.5, 1.8836e-3],
    [20, 250, -62, 7.9433e-4],
    [60, 4000, -30.5, 2.9854e-2],
    [0, 8000, -82.5, 7.4989e-5],
  ])('%d dB HL at %d Hz is %d dBFS, amplitude %d', (dbHl, hz, dbFs, amplitude) => {
    expect(toDbFs(hda200, hz, dbHl)).toBeCloseTo(dbFs, 9);
    expect(amplitudeOf(dbFs) / amplitude).toBeCloseTo(1, 4);
  });

  it(`comes back as it was, and rises with it (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyCalibration, anyHz, anyDb, anyDb, (calibration, hz, one, other) => {
        const dbFs = toDbFs(calibration, hz, one);
        expect(fromDbFs(calibration, hz, dbFs)).toBeCloseTo(one, 9);
        expect(toDbFs(calibration, hz, other) - dbFs).toBeCloseTo(other - one, 9);
      }),
      { seed: SEED },
    );
  });
});

describe('reference thresholds', () => {
  it.each([
    [{ ...hda200, coupler: 'tdh39-iec-60318-3' }, 250, 25.5],
    [{ ...hda200, coupler: 'supra-aural-iec-60318-1' }, 1500, 7.5],
    [{ ...hda200, coupler: 'hda280-iec-60318-3' }, 6000, 19],
    [{ ...hda200, coupler: 'insert-iec-711' }, 125, 28],
    [{ ...hda200, coupler: 'insert-ha2' }, 8000, 0],
    [{ ...hda200, coupler: 'insert-ha1' }, 8000, -3.5],
    [{ type: 'model', headphones: 'sennheiser-hd-400s', splAtFullScaleDb: 100 }, 1000, -7.3],
    [{ type: 'model', headphones: 'sennheiser-hd-300', splAtFullScaleDb: 100 }, 8000, 19],
    [{ type: 'model', headphones: 'radioear-dd65-v2', splAtFullScaleDb: 100 }, 6000, 20.8],
    [file, 2000, 11.5],
    [{ ...file, fit: 'over-ear' }, 2000, 12.4],
    [unknown, 4000, -1.8],
  ] satisfies [Calibration, number, number][])('%o at %d Hz: %d dB SPL', (calibration, hz, spl) => {
    expect(retsplAt(calibration, hz)).toBeCloseTo(spl, 9);
  });

  it('lie between their neighbours on a logarithmic axis, and are held at the ends', () => {
    expect(retsplAt(hda200, Math.sqrt(125 * 250))).toBeCloseTo((30.5 + 18) / 2, 9);
    expect(retsplAt(hda200, 60)).toBe(30.5);
    expect(retsplAt(hda200, 16_000)).toBe(17.5);
  });

  it('have a name for every pair of headphones', () => {
    expect(new Set(HEADPHONES_IDS.map(headphonesName)).size).toBe(HEADPHONES_IDS.length);
  });
});

describe('full scale', () => {
  it('follows the response of a file, whatever its reference', () => {
    expect(splAtFullScale(file, 1000)).toBe(100);
    expect(splAtFullScale(file, 2000)).toBeCloseTo(103, 9);
    expect(splAtFullScale(file, 4000)).toBeCloseTo(106, 9);
    expect(toDbFs(file, 4000, 40)).toBeCloseTo(40 + 15 - 106, 9);
    expect(toDbSpl(file, 4000, 40)).toBe(55);
  });

  it('is what makes speech as loud as somebody talking at 1 m', () => {
    expect(splAtFullScaleFromSpeech(-35)).toBe(100);
  });
});
