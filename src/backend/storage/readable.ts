/** A condition as a statement that fails when it does not hold: see execOnFile for why nothing is selected. */
export const holds = (condition: string): string => `INSERT INTO temp.verdict SELECT ${condition}`;

/** The columns of a table by what they hold, where they are not null. */
export interface Columns {
  readonly texts: readonly string[];
  /** Those of the texts that are JSON. */
  readonly json?: readonly string[];
  readonly integers?: readonly string[];
}

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const ASCII_LITERAL = `'${ASCII.replaceAll("'", "''")}'`;
const IS_MORE_THAN_ASCII = "value GLOB '*[^ -~]*'";
/** Characters looked at together: every step through them copies what is left. */
const PIECE = 128;

/**
 * That every text is UTF-8 without a NUL: libsql ends the whole process when it reads one that is not, and SQLite's own
 * check does not look. Behind all ASCII in front, the first character must be what its code point makes; U+FFFE and
 * U+FFFF are right too, but SQLite reads them as something else.
 */
const areTexts = (table: string, columns: readonly string[]): string => {
  const values = columns.map((column) => `SELECT ${column} AS value FROM ${table}`);
  return holds(`NOT EXISTS (
    WITH RECURSIVE
      texts(value) AS (${values.join(' UNION ALL ')}),
      pieces(value, rest) AS (
        SELECT substr(value, 1, ${PIECE}), substr(value, ${PIECE} + 1) FROM texts WHERE ${IS_MORE_THAN_ASCII}
        UNION ALL
        SELECT substr(rest, 1, ${PIECE}), substr(rest, ${PIECE} + 1) FROM pieces WHERE rest <> ''
      ),
      rest(value) AS (
        SELECT ltrim(value, ${ASCII_LITERAL}) FROM pieces WHERE ${IS_MORE_THAN_ASCII}
        UNION ALL SELECT ltrim(substr(value, 2), ${ASCII_LITERAL}) FROM rest WHERE value <> ''
      )
    SELECT 1 FROM texts
      WHERE typeof(value) NOT IN ('text', 'null') OR instr(CAST(value AS BLOB), x'00') > 0
    UNION ALL SELECT 1 FROM rest WHERE value <> ''
      AND substr(value, 1, 1) NOT IN (char(unicode(value)), char(65534), char(65535))
  )`);
};

const noneIn = (table: string, wrong: string): string =>
  holds(`NOT EXISTS (SELECT 1 FROM ${table} WHERE ${wrong})`);

/**
 * Conditions under which every value of the tables can be read. SQLite keeps whatever a damaged file says in any column, and
 * finds it sound.
 */
export const areReadable = (tables: Readonly<Record<string, Columns>>): string[] =>
  Object.entries(tables).flatMap(([table, { texts, json = [], integers = [] }]) => [
    areTexts(table, texts),
    ...json.map((column) => noneIn(table, `NOT json_valid(${column})`)),
    ...integers.map((column) => noneIn(table, `typeof(${column}) NOT IN ('integer', 'null')`)),
  ]);
