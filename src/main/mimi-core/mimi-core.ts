import { AppError } from '../../contract/errors';
import type { OutboxEntry } from './records';
import { createOutbox } from '../outbox/outbox';
import { createMimiApi } from './api/mimi-api';
import { createCreation } from './creation';
import { createLogin } from './login';
import { createOperationQueue } from './operation-queue';
import type { MimiCorePorts } from './ports';
import { currentFor, publishedUser, withConfirmed } from './record-changes';
import { logInSilently, restoreSession } from './restoring';
import { createSession, type Session } from './session';
import { findRow, type SessionState } from './session-table';
import { createTokenKeeper } from './token-keeper';
import { createUserController, type UserController } from './user-controller';

export interface MimiConfiguration {
  /** Anonymous users must never become named ones; login by anonymousId works only with this set. */
  readonly allowAnonymousUserOnly: boolean;
}

export interface MimiCoreArguments extends MimiCorePorts {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly configuration: MimiConfiguration;
}

/** Where the engine stands, for a test lab and reports: names and numbers, no secret. */
export interface MimiCoreInspection {
  readonly state: SessionState;
  /** The last row of the state table taken. */
  readonly row: string | null;
  readonly epoch: number;
  readonly version: number;
  readonly kept: number;
  readonly hasPending: boolean;
  readonly outbox: readonly OutboxEntry['type'][];
}

/** A running session engine. */
export interface MimiCore {
  readonly configuration: MimiConfiguration;
  readonly userController: UserController;
  /** Resolves when restoring has ended, whatever it found. Never rejects. */
  readonly ready: Promise<void>;
  inspect(): MimiCoreInspection;
  /** Ends everything that runs, without the network; what is on disk stays. May be called again. */
  dispose(): Promise<void>;
}

const inspect = ({ state, lastRow, epoch, mimiUser, records }: Session): MimiCoreInspection => ({
  state,
  row: lastRow,
  epoch,
  version: mimiUser.state.version,
  kept: records.kept.length,
  hasPending: records.pending !== null,
  outbox: records.outbox.map((entry) => entry.type),
});

/** Puts the engine's parts together; nothing has been read or sent yet. */
const compose = (args: MimiCoreArguments) => {
  const { clock, records, random, randomUUID: newId } = args;
  const service = args.service.id;
  const session = createSession(args, () => outbox.wake());
  const api = createMimiApi({ ...args, ended: session.ended, noteService: session.noteService });
  const keeper = createTokenKeeper({ session, api, clock, service, newId });

  const isCurrent = (userId: string): boolean =>
    session.user?.userId === userId && currentFor(session.records, service)?.userId === userId;

  const send = async (entry: OutboxEntry) => {
    if (entry.type === 'revoke') {
      await api.revoke(entry.refreshToken, { once: true });
      return withNoChange;
    }
    const { yearOfBirth, userId } = entry;
    const me = await keeper.withAccess((access) =>
      api.submitYearOfBirth(access, yearOfBirth, { once: true }),
    );
    if (me.userId !== userId) throw new AppError('session/invariant-violation');
    return (r: Session['records']) => withConfirmed(r, service, me);
  };

  const confirmed = (entry: OutboxEntry): void => {
    const current = currentFor(session.records, service);
    if (entry.type === 'revoke' || current === null || !isCurrent(entry.userId)) return;
    session.take('user-changed', 'confirmed', { user: publishedUser(current) });
  };

  const outbox = createOutbox({
    service,
    clock,
    random,
    update: session.update,
    records: () => session.records,
    canSend: (entry) => entry.type === 'revoke' || isCurrent(entry.userId),
    send,
    confirmed,
  });
  const authentication = { session, api, keeper, service, newId };
  const creation = createCreation(authentication);
  const login = createLogin({ ...authentication, records });
  return { session, api, keeper, outbox, creation, login, records, service, newId };
};

const withNoChange = (records: Session['records']): Session['records'] => records;

/** Starts an engine: begins to read the records at once. Different services need different engines. */
export const createMimiCore = (args: MimiCoreArguments): MimiCore => {
  const parts = compose(args);
  const { session, keeper, outbox, creation } = parts;
  const queue = createOperationQueue();
  let disposing: Promise<void> | null = null;

  /** Runs after restoring, in its turn, for nobody: a failure is told to observers only. */
  const inBackground = (operation: () => Promise<unknown>): void => {
    queue.run(operation).catch(() => undefined);
  };

  const restore = async (): Promise<void> => {
    const after = await restoreSession(session, args.records, args.service.id);
    if (after === 'log-in-again') inBackground(() => logInSilently(session, () => keeper.renew()));
    if (after === 'register-pending') inBackground(() => creation.finish(null));
  };

  session.take('start', 'first');
  const ready = queue.run(restore).catch(() => undefined);

  const dispose = async (): Promise<void> => {
    session.take('dispose', 'by-app');
    outbox.dispose();
    await queue.idle();
  };

  const { allowAnonymousUserOnly } = args.configuration;
  return {
    configuration: args.configuration,
    userController: createUserController({
      ...parts,
      queue,
      ready,
      restore,
      allowAnonymousUserOnly,
    }),
    ready,
    inspect: () => inspect(session),
    dispose: () => (disposing ??= dispose()),
  };
};

let running: { readonly args: MimiCoreArguments; readonly core: MimiCore } | null = null;

const isSame = (a: MimiCoreArguments, b: MimiCoreArguments): boolean => {
  const { configuration: ac, ...aRest } = a;
  const { configuration: bc, ...bRest } = b;
  const values = new Map(Object.entries(bRest));
  return (
    ac.allowAnonymousUserOnly === bc.allowAnonymousUserOnly &&
    Object.entries(aRest).every(([name, value]) => values.get(name) === value)
  );
};

/** The SDK's entry point: one engine at a time. Everything else composes with `createMimiCore`. */
export const MimiCore = {
  /**
   * Starts the engine. The same arguments again give the same instance; others throw
   * session/already-started until it was disposed of.
   */
  start(args: MimiCoreArguments): MimiCore {
    if (running !== null) {
      const { state } = running.core.inspect();
      const same = isSame(running.args, args);
      const row = findRow(state, 'start', same ? 'same-arguments' : 'other-arguments');
      if (row !== null) {
        args.journal({ type: 'session/transition', row: row.row, from: state, to: state });
        if (same) return running.core;
        throw new AppError('session/already-started');
      }
    }
    const core = createMimiCore(args);
    running = { args, core };
    return core;
  },
};
