import type { AgeModelFrequency } from '../age-estimate';
import type { ThresholdTestConfig } from './types';

/** Frequencies a test can hold, in Hz. */
export const TESTABLE_FREQUENCIES_HZ = [
  250, 500, 1000, 2000, 3000, 4000, 6000, 8000,
] as const satisfies readonly AgeModelFrequency[];

/** What a usual test asks for, in Hz; 3 and 6 kHz are added where they are needed. */
export const USUAL_FREQUENCIES_HZ = [
  250, 500, 1000, 2000, 4000, 8000,
] as const satisfies readonly AgeModelFrequency[];

/** A frequency a test can hold, in Hz. */
export type TestableFrequency = (typeof TESTABLE_FREQUENCIES_HZ)[number];

/** Whether a test can hold this frequency, in Hz. */
export const isTestable = (frequencyHz: number): frequencyHz is TestableFrequency =>
  (TESTABLE_FREQUENCIES_HZ as readonly number[]).includes(frequencyHz);

/** Highest level of this test at `frequencyHz`, in dB HL. Throws RangeError where the config has none. */
export const ceilingAt = (config: ThresholdTestConfig, frequencyHz: number): number => {
  const ceiling = config.ceilingDbHl[frequencyHz];
  if (ceiling === undefined) throw new RangeError('no ceiling at a tested frequency');
  return ceiling;
};

/** Least distance between the lowest and the highest level of a test, in dB. */
const LEAST_ROOM_DB = 10;

/** Whether there is anything to play: headphones can be so soft that a ceiling comes close to the floor. */
export const leavesRoom = (
  config: Pick<ThresholdTestConfig, 'floorDbHl' | 'ceilingDbHl'>,
): boolean =>
  TESTABLE_FREQUENCIES_HZ.every(
    (hz) => config.floorDbHl + LEAST_ROOM_DB <= (config.ceilingDbHl[hz] ?? -Infinity),
  );

/** The config itself. Throws RangeError for one no test can be made of. */
export const checkedConfig = (config: ThresholdTestConfig): ThresholdTestConfig => {
  const { frequenciesHz, floorDbHl } = config;
  if (frequenciesHz.length === 0) throw new RangeError('no frequency to test');
  if (!frequenciesHz.every(isTestable)) throw new RangeError('a frequency that cannot be tested');
  for (const frequencyHz of TESTABLE_FREQUENCIES_HZ) {
    const ceiling = ceilingAt(config, frequencyHz);
    if (!(floorDbHl >= -20 && ceiling <= 80)) throw new RangeError('levels outside -20..80 dB HL');
  }
  if (!leavesRoom(config)) throw new RangeError('less than 10 dB between the levels');
  return config;
};
