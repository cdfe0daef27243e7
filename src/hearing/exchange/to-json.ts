import type { HearingTest } from '../hearing-test';
import { levelsOf, summarise } from '../summary';
import { FILE_SCHEMA } from './exchange-result';

/** A hearing test as it is stored, with its summary, as JSON. Reading it back gives the same thresholds exactly. */
export const toJson = (test: HearingTest): string =>
  `${JSON.stringify({ schema: FILE_SCHEMA, ...test, levels: levelsOf(test), summary: summarise(test) }, null, 2)}\n`;
