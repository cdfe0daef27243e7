import { join } from 'node:path';
import { AppError } from '../../../contract/errors';
import type { Companion } from '../../app/create-companion';
import type { Clock } from '../../mimi-core/ports';
import { makeKeyring, startService } from '../scenarios/bench';
import { PLAIN_START, type Memory } from '../scenarios/protocol';
import { openProcess, type Spawn } from '../scenarios/scratch-process';

/** What a soak swaps in. */
export interface SoakTarget {
  /** Swaps to the id whose turn it is; tells whether that succeeded and how many milliseconds it took. */
  swap(turn: number): Promise<{ readonly ok: boolean; readonly ms: number }>;
  memory(): Promise<Memory>;
  /** Leaves everything as it was found. */
  close(): Promise<void>;
}

const YEAR_OF_BIRTH = 1980;

/** `count` new ids in an app and on a service of their own, below `folder`. */
export const openScratchTarget = async (
  { spawn, folder }: { readonly spawn: Spawn; readonly folder: string },
  count: number,
  signal: AbortSignal,
): Promise<SoakTarget> => {
  const [server, app] = [openProcess(spawn), openProcess(spawn)];
  const close = async (): Promise<void> => {
    await Promise.all([app.kill(), server.kill()]);
  };
  try {
    const keyring = makeKeyring(folder);
    const { service } = await startService(server, join(folder, 'service'));
    await app.ask('start', {
      ...PLAIN_START,
      ...{ folder: join(folder, 'app'), keyring, service },
    });
    const ids: string[] = [];
    while (ids.length < count) {
      if (signal.aborted) throw new AppError('session/cancelled');
      const { id } = await app.ask('makeProfile', { yearOfBirth: YEAR_OF_BIRTH });
      if (id === null) throw new AppError('session/no-user');
      ids.push(id);
    }
    return {
      async swap(turn) {
        const { type, ms } = await app.ask('logIn', { id: ids[turn % ids.length] ?? null });
        return { ok: type === 'Success', ms };
      },
      memory: () => app.ask('memory', null),
      close,
    };
  } catch (thrown) {
    await close();
    throw thrown;
  }
};

/** What of the running app a soak with real ids needs. */
export interface RealDeps {
  readonly companion: Pick<Companion, 'core' | 'authManager'>;
  /** The id of a row of the Lab's table. Errors: lab/unknown-key, lab/other-service. */
  readonly idOf: (key: string) => string;
  readonly clock: Pick<Clock, 'monotonic'>;
}

/** Ids of the Lab in the running app. Whoever was logged in before, if anybody, is so again afterwards. */
export const openRealTarget = (
  { companion, idOf, clock }: RealDeps,
  keys: readonly string[],
): SoakTarget => {
  const { core, authManager } = companion;
  const ids = keys.map(idOf);
  const before = core.userController.mimiUser.state.value?.anonymousId ?? null;
  return {
    async swap(turn) {
      const begun = clock.monotonic();
      const id = ids[turn % ids.length] ?? null;
      const { type } = await authManager.authenticateAnonymousUser(id);
      return { ok: type === 'Success', ms: clock.monotonic() - begun };
    },
    memory: async () => {
      const { heapUsed, rss } = process.memoryUsage();
      return { heapBytes: heapUsed, residentBytes: rss };
    },
    async close() {
      const { userController: users } = core;
      if (before === null) {
        if (users.mimiUser.state.value !== null) await users.logout();
        return;
      }
      const result = await authManager.authenticateAnonymousUser(before);
      // Else the listener's window would show somebody else's profile, and nobody be told.
      if (result.type === 'Failure') throw result.exception;
    },
  };
};
