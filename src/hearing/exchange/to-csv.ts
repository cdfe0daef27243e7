import { EARS, toReading, type HearingTest } from '../hearing-test';
import { levelsOf } from '../summary';

const HEADER =
  'ear,frequency_hz,threshold_db_hl,no_response,theta50_db_hl,sd_db,presentations,flag,levels';

/**
 * A hearing test as CSV, one line for each ear and frequency: the reading in dB HL with one decimal for people and
 * other programs, and the exact 50 % point, so that it can be read back unchanged.
 */
export const toCsv = (test: HearingTest): string => {
  const lines = EARS.flatMap((ear) =>
    test.ears[ear].map(({ frequencyHz, theta50DbHl, sdDb, presentations, flag }) =>
      [
        ear,
        frequencyHz,
        toReading(theta50DbHl).toFixed(1),
        flag === 'no-response' ? 'yes' : 'no',
        theta50DbHl,
        sdDb ?? '',
        presentations,
        flag,
        levelsOf(test),
      ].join(','),
    ),
  );
  return `${[HEADER, ...lines].join('\r\n')}\r\n`;
};
