import type { LinesReport } from '../../../contract/ipc/lab/ids';
import { MAX_LAB_IDS } from '../../../contract/lab-words';
import type { LabId } from '../../secrets/stored-records';
import type { IdTable } from './id-table';
import type { Candidate } from './parse-lines';

/** What is needed to make rows of candidates. */
export interface RowMaker {
  /** The service in use, for candidates that name none. */
  readonly service: string;
  readonly product: string;
  /** A key for a new row. */
  readonly newKey: () => string;
}

/** Sorts candidates against the table: what became of each, and the rows to add. Pure but for `newKey`. */
export const sortCandidates = (
  candidates: readonly Candidate[],
  table: readonly LabId[],
  { service, product, newKey }: RowMaker,
): { readonly report: LinesReport; readonly rows: readonly LabId[] } => {
  const nameOf = (id: Pick<LabId, 'service' | 'anonymousId'>): string =>
    `${id.anonymousId} ${id.service}`;
  const known = new Set(table.map(nameOf));
  const seen = new Set<string>();
  const rows: LabId[] = [];

  const judge = (candidate: Candidate): LinesReport['lines'][number]['status'] => {
    const { anonymousId, label } = candidate;
    if (anonymousId === null) return 'malformed';
    const owner = { service: candidate.service ?? service, anonymousId };
    const name = nameOf(owner);
    if (seen.has(name)) return 'repeated';
    if (known.has(name)) return 'known';
    if (table.length + rows.length >= MAX_LAB_IDS) return 'over-limit';
    seen.add(name);
    const untouched = { lastUsedAt: null, lastOutcome: null };
    const made = { key: newKey(), label, ...owner, product: candidate.product ?? product };
    rows.push({ ...made, ...untouched });
    return 'new';
  };

  const lines = candidates.map((candidate) => {
    const { line, label } = candidate;
    return { line, label, status: judge(candidate) };
  });
  return { report: { lines }, rows };
};

/** Adds what is new to the table, in one durable step; answers what became of each line. Errors: secrets/*. */
export const addCandidates = async (
  table: Pick<IdTable, 'change'>,
  candidates: readonly Candidate[],
  maker: RowMaker,
): Promise<LinesReport> => {
  let { report } = sortCandidates(candidates, [], maker);
  await table.change((ids) => {
    // Against the table as it is when its turn has come.
    const sorted = sortCandidates(candidates, ids, maker);
    report = sorted.report;
    return sorted.rows.length === 0 ? ids : [...ids, ...sorted.rows];
  });
  return report;
};
