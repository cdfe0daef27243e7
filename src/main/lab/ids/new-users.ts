import type { AnonymousId } from '../../../contract/anonymous-id';
import { toAppError } from '../../../contract/errors';
import type { NewUsers, NewUsersWish } from '../../../contract/ipc/lab/ids';
import type { MimiCore } from '../../mimi-core/mimi-core';
import type { Clock } from '../../mimi-core/ports';
import type { LabId } from '../../secrets/stored-records';
import type { Run } from '../operations';
import { outcomeOf } from '../outcome';
import type { IdTable } from './id-table';
import { tidyLabel } from './parse-lines';

interface NewUsersDeps {
  readonly core: Pick<MimiCore, 'registerApart'>;
  readonly table: IdTable;
  readonly service: string;
  readonly product: string;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly randomUUID: () => string;
}

/**
 * Registers `count` new users beside whoever is logged in. Their ids are in the store before the first request, so no
 * crash or lost reply loses one: a row stays once its registration was tried, with the failure it ended in.
 */
export const createNewUsers =
  ({ core, table, service, product, clock, randomUUID }: NewUsersDeps) =>
  async ({ count, label, yearOfBirth }: NewUsersWish, run: Run): Promise<NewUsers> => {
    const { signal, progress } = run;
    const rows = Array.from({ length: count }, (_, index): LabId => ({
      key: randomUUID(),
      label: tidyLabel(count === 1 ? label : `${label} ${index + 1}`),
      anonymousId: randomUUID() as AnonymousId,
      service,
      product,
      lastUsedAt: null,
      lastOutcome: null,
    }));
    let tried = 0;
    let created = 0;
    progress(0, count);
    await table.change((ids) => [...ids, ...rows]);
    const outcome = await outcomeOf(clock, async () => {
      for (const row of rows) {
        signal.throwIfAborted();
        tried += 1;
        // Removed before its turn: nobody would have the id of the user made now.
        if (!table.ids().some(({ key }) => key === row.key)) continue;
        const began = clock.monotonic();
        await core.registerApart(row.anonymousId, yearOfBirth).catch(async (thrown: unknown) => {
          const { code } = toAppError(thrown);
          const failure = { type: 'Failure' as const, code, ms: clock.monotonic() - began };
          await table.changeRow(row.key, (id) => ({ ...id, lastOutcome: failure }));
          throw thrown;
        });
        created += 1;
        progress(created, count);
      }
      return 'Success';
    });
    const untried = new Set(rows.slice(tried).map(({ key }) => key));
    if (untried.size > 0) await table.change((ids) => ids.filter(({ key }) => !untried.has(key)));
    return { created, outcome };
  };
