import type { Calibration, CouplerId, HeadphonesId } from './calibration';
import { interpolateOnLog, type FrequencyPoint } from './log-interpolation';

/** Reference equivalent threshold sound pressure levels: dB SPL that is 0 dB HL, by frequency in Hz. */
type Retspl = readonly FrequencyPoint[];

const retspl = (frequenciesHz: readonly number[], dbSpl: readonly number[]): Retspl =>
  frequenciesHz.flatMap((hz, index) => {
    const value = dbSpl[index];
    return value === undefined ? [] : [[hz, value] as const];
  });

const ALL_HZ = [125, 250, 500, 750, 1000, 1500, 2000, 3000, 4000, 6000, 8000];
const OCTAVES_AND_MORE_HZ = [125, 250, 500, 1000, 2000, 3000, 4000, 6000, 8000];

/** As published for audiometric earphones on their coupler or ear simulator. */
const COUPLER_RETSPL: Readonly<Record<CouplerId, Retspl>> = {
  /** TDH 39 on the 6 cm3 coupler, ISO 389-1. */
  'tdh39-iec-60318-3': retspl(OCTAVES_AND_MORE_HZ, [45, 25.5, 11.5, 7, 9, 10, 9.5, 15.5, 13]),
  /** Supra-aural earphones in general, ISO 389-1 and ANSI S3.6. */
  'supra-aural-iec-60318-1': retspl(ALL_HZ, [45, 27, 13.5, 9, 7.5, 7.5, 9, 11.5, 12, 16, 15.5]),
  /** Sennheiser HDA 200 with the flat plate, ISO 389-8. */
  'hda200-iec-60318-1': retspl(ALL_HZ, [30.5, 18, 11, 6, 5.5, 5.5, 4.5, 2.5, 9.5, 17, 17.5]),
  /** Sennheiser HDA 280, as measured by PTB. */
  'hda280-iec-60318-3': retspl(ALL_HZ, [38.5, 25, 13, 9, 7.5, 9.5, 8, 6.5, 9.5, 19, 18]),
  /** Insert earphones ER-3A and ER-5A on the occluded-ear simulator, ISO 389-2. */
  'insert-iec-711': retspl(ALL_HZ, [28, 17.5, 9.5, 6, 5.5, 9.5, 11.5, 13, 15, 16, 15.5]),
  /** The same on the 2 cm3 coupler HA-2, ISO 389-2. */
  'insert-ha2': retspl(ALL_HZ, [26, 14, 5.5, 2, 0, 2, 3, 3.5, 5.5, 2, 0]),
  /** The same on the 2 cm3 coupler HA-1, ANSI S3.6. */
  'insert-ha1': retspl(ALL_HZ, [26.5, 14.5, 6, 2, 0, 0, 2.5, 2.5, 0, -2.5, -3.5]),
};

interface Headphones {
  readonly name: string;
  readonly retspl: Retspl;
}

/** Headphones with published values. The consumer models' come from a maker of audiometer software. */
const HEADPHONES: Readonly<Record<HeadphonesId, Headphones>> = {
  'sennheiser-hda-200': {
    name: 'Sennheiser HDA 200',
    retspl: COUPLER_RETSPL['hda200-iec-60318-1'],
  },
  'sennheiser-hda-280': {
    name: 'Sennheiser HDA 280',
    retspl: COUPLER_RETSPL['hda280-iec-60318-3'],
  },
  'sennheiser-hd-300': {
    name: 'Sennheiser HD 300',
    retspl: retspl(OCTAVES_AND_MORE_HZ, [30.5, 13.7, 6.7, 0.4, 1.4, -3.7, -1.1, 3.8, 19]),
  },
  'sennheiser-hd-400s': {
    name: 'Sennheiser HD 400S',
    retspl: retspl(OCTAVES_AND_MORE_HZ, [30.5, 13.7, 2.4, -7.3, -0.7, -3.7, 1, 3.1, 18.5]),
  },
  /** Shown to equal the HDA 200. */
  'radioear-dd450': { name: 'RadioEar DD450', retspl: COUPLER_RETSPL['hda200-iec-60318-1'] },
  'radioear-dd65-v2': {
    name: 'RadioEar DD65 v2',
    retspl: retspl(OCTAVES_AND_MORE_HZ, [30.6, 16.9, 7.8, 5.3, 2.3, 2, 9.3, 20.8, 20.9]),
  },
  'etymotic-er-3a': { name: 'Etymotic ER-3A', retspl: COUPLER_RETSPL['insert-iec-711'] },
  'telephonics-tdh-39': { name: 'Telephonics TDH 39', retspl: COUPLER_RETSPL['tdh39-iec-60318-3'] },
};

/**
 * Minimum audible pressure at the eardrum, for responses measured on ear simulators over the ear. At 125 Hz, where the
 * outer ear adds nothing, that of the free field (ISO 389-7).
 */
const EARDRUM = retspl(
  [125, 250, 500, 1000, 2000, 3150, 4000, 6300, 8000],
  [22.1, 14.1, 7.9, 6.7, 12.4, 10.7, 10.6, 14.1, 16.1],
);

/** Diffuse field, ISO 389-7: what an unknown headphone is likely to be built after. */
const DIFFUSE_FIELD = retspl(ALL_HZ, [22.1, 11.4, 3.8, 1.2, 0.8, 1, -1.5, -4, -3.8, 1.4, 6.8]);
/** Minimum audible pressure less the way from diffuse field to eardrum lies this much above the row, on average. */
const DIFFUSE_FIELD_OFFSET_DB = 2;

/** What headphones with published values are called. */
export const headphonesName = (id: HeadphonesId): string => HEADPHONES[id].name;

/** dB SPL that is 0 dB HL at `frequencyHz` with this calibration; between published points on a log axis. */
export const retsplAt = (calibration: Calibration, frequencyHz: number): number => {
  switch (calibration.type) {
    case 'measured':
      return interpolateOnLog(COUPLER_RETSPL[calibration.coupler], frequencyHz);
    case 'model':
      return interpolateOnLog(HEADPHONES[calibration.headphones].retspl, frequencyHz);
    case 'response-file':
      return interpolateOnLog(
        calibration.fit === 'in-ear' ? COUPLER_RETSPL['insert-iec-711'] : EARDRUM,
        frequencyHz,
      );
    case 'unknown':
      return interpolateOnLog(DIFFUSE_FIELD, frequencyHz) + DIFFUSE_FIELD_OFFSET_DB;
    default:
      return calibration satisfies never;
  }
};
