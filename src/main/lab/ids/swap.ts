import { AppError } from '../../../contract/errors';
import type { LabOutcomeView } from '../../../contract/ipc/lab/outcome';
import type { MimiAuthManager } from '../../mimi-core/mimi-auth-manager';
import type { Clock } from '../../mimi-core/ports';
import type { Operations } from '../operations';
import type { IdTable } from './id-table';

interface SwapDeps {
  readonly authManager: Pick<MimiAuthManager, 'authenticateAnonymousUser'>;
  readonly table: IdTable;
  /** The service in use. */
  readonly service: string;
  readonly clock: Clock;
  readonly operations: Operations;
}

/** Logs ids in, the way the guide does at start. */
export interface Swap {
  /** A row of the table, which remembers when and how it ended. Errors: lab/unknown-key. */
  byKey(key: string): Promise<LabOutcomeView>;
  /** Any text, as it is: what is there is for the session engine to judge. */
  text(text: string): Promise<LabOutcomeView>;
}

/** Creates it. Every failure is an outcome. */
export const createSwap = ({ authManager, table, service, clock, operations }: SwapDeps): Swap => {
  const logIn = (id: string, owner: string, row: number | null): Promise<LabOutcomeView> =>
    operations.run('swap', ({ signal }) =>
      operations.outcome(
        'swap',
        async () => {
          if (owner !== service) throw new AppError('lab/other-service');
          const result = await authManager.authenticateAnonymousUser(id, { signal });
          if (result.type === 'Failure') throw result.exception;
          return result.type;
        },
        row,
      ),
    );

  return {
    async byKey(key) {
      const id = table.find(key);
      const row = table.ids().indexOf(id) + 1;
      const outcome = await logIn(id.anonymousId, id.service, row);
      const { type, ...facts } = outcome;
      if (type === 'Cancelled') return outcome;
      const used = { lastUsedAt: clock.now(), lastOutcome: { type, ...facts } };
      // It is logged in, or not, whether or not that can be noted.
      await table.changeRow(key, (old) => ({ ...old, ...used })).catch(() => undefined);
      return outcome;
    },
    text: (text) => logIn(text, service, null),
  };
};
