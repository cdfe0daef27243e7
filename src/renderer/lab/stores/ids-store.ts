import { create } from 'zustand';
import type { ErrorCode } from '../../../contract/errors';
import type { LabIdView } from '../../../contract/ipc/lab/ids';
import type { LabApi } from '../../../contract/ipc/lab-contract';

interface IdsState {
  /** Of the rows shown; -1 before the first have come. */
  readonly revision: number;
  /** In the tester's order. */
  readonly ids: readonly LabIdView[];
  /** Why the table cannot be read; null while it can. */
  readonly failure: ErrorCode | null;
}

/** Mirror of main's table of ids. */
export const useIds = create<IdsState>(() => ({ revision: -1, ids: [], failure: null }));

/** The table with some rows' new content; a row whose key is not in it is left out. */
export const withRows = (
  ids: readonly LabIdView[],
  rows: readonly LabIdView[],
): readonly LabIdView[] => {
  if (rows.length === 0) return ids;
  const changed = new Map(rows.map((row) => [row.key, row]));
  return ids.map((row) => changed.get(row.key) ?? row);
};

/**
 * Keeps the mirror up to date for as long as the page lives: single rows are put in their place while no revision is
 * missing, else the whole table is asked for again, one request at a time.
 */
export const connectIds = (api: Pick<LabApi['labIds'], 'list' | 'changed'>): void => {
  let isAsking = false;
  let isOutdated = false;

  const ask = async (): Promise<void> => {
    isOutdated = true;
    if (isAsking) return;
    isAsking = true;
    while (isOutdated) {
      isOutdated = false;
      const answer = await api.list().catch(() => null);
      if (answer?.ok) useIds.setState({ ...answer.value, failure: null });
      else useIds.setState({ failure: answer?.error.code ?? 'ipc/internal' });
    }
    isAsking = false;
  };

  api.changed(({ revision, rows }) => {
    const shown = useIds.getState();
    if (!isAsking && revision <= shown.revision) return;
    if (isAsking || rows === null || revision !== shown.revision + 1) return void ask();
    useIds.setState({ revision, ids: withRows(shown.ids, rows) });
  });
  void ask();
};
