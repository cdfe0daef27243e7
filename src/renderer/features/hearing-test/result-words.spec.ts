import { describe, expect, it } from 'vitest';
import { FULL_SCALE_DB_SPL } from '../../../hearing/calibration';
import type { EarThreshold } from '../../../hearing/hearing-test';
import { SPEECH_LEVEL_DB_FS } from '../../audio/speech-level';
import { calibrationOf } from './calibration-draft';
import { findingOf } from './result-words';

const FREQUENCIES_HZ = [250, 500, 1000, 2000, 4000, 8000];
const ear = (...levels: number[]): EarThreshold[] =>
  levels.map((theta50DbHl, index) => ({
    ...{ frequencyHz: FREQUENCIES_HZ[index]!, theta50DbHl, sdDb: 2, presentations: 6, flag: 'ok' },
  }));
const flat = ear(10, 10, 10, 10, 10, 10);

describe('findingOf', () => {
  it.each([
    ['even', flat],
    ['even', ear(10, 10, 10, 10, 18, 18)],
    ['high-somewhat', ear(10, 10, 10, 10, 25, 30)],
    ['high-clearly', ear(10, 10, 10, 10, 40, 60)],
    ['low-somewhat', ear(50, 40, 40, 30, 15, 10)],
  ] as const)('says %s', (pitch, both) => {
    expect(findingOf({ left: both, right: both })).toEqual({ pitch, ears: 'alike' });
  });

  it('compares nothing where not one tone was heard', () => {
    const unheard = flat.map((at) => ({ ...at, flag: 'no-response' as const }));
    expect(findingOf({ left: unheard, right: unheard })).toBeNull();
    expect(findingOf({ left: unheard, right: flat })).not.toBeNull();
  });

  it('says which ear hears softer tones only when the difference is clear', () => {
    const worse = ear(20, 25, 25, 25, 25, 25);
    expect(findingOf({ left: worse, right: flat })?.ears).toBe('right');
    expect(findingOf({ left: flat, right: worse })?.ears).toBe('left');
    expect(findingOf({ left: flat, right: ear(15, 15, 15, 15, 15, 15) })?.ears).toBe('alike');
  });
});

describe('calibrationOf', () => {
  it('takes the comfortable noise for speech of 65 dB SPL', () => {
    expect(calibrationOf({ type: 'unknown' }, -35)).toEqual({
      type: 'unknown',
      splAtFullScaleDb: 100,
    });
  });

  it('stays in the range of calls, and leaves what was measured as it is', () => {
    for (const speechDbFs of Object.values(SPEECH_LEVEL_DB_FS)) {
      const { splAtFullScaleDb } = calibrationOf({ type: 'unknown' }, speechDbFs);
      expect(splAtFullScaleDb).toBeGreaterThanOrEqual(FULL_SCALE_DB_SPL.least);
      expect(splAtFullScaleDb).toBeLessThanOrEqual(FULL_SCALE_DB_SPL.most);
    }
    const measured = {
      type: 'measured',
      coupler: 'insert-iec-711',
      splAtFullScaleDb: 112.5,
    } as const;
    expect(calibrationOf(measured, -35)).toEqual(measured);
  });
});
