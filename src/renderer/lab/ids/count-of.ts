import type { LinesReport } from '../../../contract/ipc/lab/ids';

type Line = LinesReport['lines'][number];

/** How many lines of a report became `status`. */
export const countOf = ({ lines }: LinesReport, status: Line['status']): number =>
  lines.filter((line) => line.status === status).length;
