import type { LabOutcomeView } from '../../../contract/ipc/lab/outcome';
import type { Journal } from '../../journal/journal';
import type { IdTable } from '../ids/id-table';
import type { Swap } from '../ids/swap';
import type { SessionControls } from '../session/session-controls';

interface NotedOperationsDeps {
  readonly journal: Pick<Journal, 'append'>;
  readonly table: Pick<IdTable, 'ids'>;
  readonly swap: Swap;
  readonly session: SessionControls;
}

/** Tells the journal of everything a tester does to the session: of an id only its row in the table, from 1. */
export const noteOperations = ({ journal, table, swap, session }: NotedOperationsDeps) => {
  const note = async (
    operation: string,
    work: () => Promise<LabOutcomeView>,
    row: number | null = null,
  ): Promise<LabOutcomeView> => {
    const outcome = await work();
    const { type, code, ms } = outcome;
    journal.append({ type: 'lab/operation', operation, row, outcome: code ?? type, ms });
    return outcome;
  };

  const rowOf = (key: string): number | null =>
    table.ids().findIndex((id) => id.key === key) + 1 || null;

  const noted: { swap: Swap; session: SessionControls } = {
    swap: {
      byKey: (key) => note('swap', () => swap.byKey(key), rowOf(key)),
      text: (text) => note('swap', () => swap.text(text)),
    },
    session: {
      logout: () => note('logout', session.logout),
      expireToken: () => note('expire-token', session.expireToken),
      refuseNextRefresh: () => note('refuse-refresh', session.refuseNextRefresh),
      reload: () => note('reload', session.reload),
      deleteUser: () => note('delete-user', session.deleteUser),
      cancel: () => note('cancel', session.cancel),
    },
  };
  return noted;
};
