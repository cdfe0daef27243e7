import { refused, type ImportResult } from './exchange-result';
import { fromCsv } from './from-csv';
import { fromJson } from './from-json';

/** Characters a file may have: far more than an audiogram needs. */
export const MAX_FILE_CHARACTERS = 1_000_000;

/**
 * Reads an audiogram from the text of a CSV or JSON file, told apart by how it begins. Both ears complete, or none
 * and why. Never throws.
 */
export const importAudiogram = (text: string): ImportResult => {
  if (text.length > MAX_FILE_CHARACTERS) return refused('too-large');
  const content = text.replace(/^\uFEFF/, '');
  return /^\s*[[{]/.test(content) ? fromJson(content) : fromCsv(content);
};
