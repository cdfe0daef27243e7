/** One point of a frequency response: Hz and dB, any reference. */
export interface ResponsePoint {
  readonly frequencyHz: number;
  readonly responseDb: number;
}

const MAX_POINTS = 5000;

/** Index of the column to take for the response: one called "raw", as AutoEq names it, else the second. */
const responseColumn = (header: readonly string[]): number => {
  const raw = header.findIndex((name) => name.trim().toLowerCase() === 'raw');
  return raw === -1 ? 1 : raw;
};

const numberOf = (text: string | undefined): number =>
  text === undefined || text.trim() === '' ? Number.NaN : Number(text);

/**
 * Reads a measured response from CSV text: frequency in Hz first, then dB, split by comma, semicolon, tab or blank, with
 * or without a line of names. Null where it holds no usable response: at least two points in 250 Hz to 8 kHz,
 * ascending, at most 5,000.
 */
export const parseResponse = (text: string): ResponsePoint[] | null => {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !/^\s*[*#]/.test(line))
    .map((line) => line.trim().split(/\s*[,;\t]\s*|\s+/));
  const hasNames = Number.isNaN(numberOf(rows[0]?.[0]));
  const column = hasNames ? responseColumn(rows[0] ?? []) : 1;
  const points = rows.slice(hasNames ? 1 : 0).map((row) => ({
    frequencyHz: numberOf(row[0]),
    responseDb: numberOf(row[column]),
  }));
  const isUsable = points.every(
    ({ frequencyHz, responseDb }, index) =>
      frequencyHz >= 1 &&
      frequencyHz <= 96_000 &&
      Math.abs(responseDb) <= 200 &&
      frequencyHz > (points[index - 1]?.frequencyHz ?? 0),
  );
  const used = points.filter(({ frequencyHz }) => frequencyHz >= 250 && frequencyHz <= 8000);
  return isUsable && used.length >= 2 && points.length <= MAX_POINTS ? points : null;
};
