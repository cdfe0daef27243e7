import type { AnonymousId } from '../../contract/anonymous-id';
import { AppError } from '../../contract/errors';
import { createOutbox } from '../outbox/outbox';
import { createAccountLink, type AccountLink } from './account-link';
import { createMimiApi, type Authenticated } from './api/mimi-api';
import { createCreation } from './creation';
import type { Engine } from './engine';
import { createOperationQueue } from './operation-queue';
import { createQueuedTests } from './queued-tests';
import type { MimiCorePorts } from './ports';
import type { OutboxEntry } from './records';
import { createRestoring } from './restoring';
import { createSession, type Session } from './session';
import { findRow, type SessionState } from './session-table';
import { createTestsController, type TestsController } from './tests-controller';
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
  readonly testsController: TestsController;
  /** For the partner's account; used only where one is configured. */
  readonly accountLink: AccountLink;
  /** Resolves when restoring has ended, whatever it found. Never rejects. */
  readonly ready: Promise<void>;
  inspect(): MimiCoreInspection;
  /**
   * For a test lab: registers an id of the caller's own making, with a year of birth if one is given. Who is logged
   * in stays, and the session that comes with it is given up. Errors: service/*, session/*.
   */
  registerApart(anonymousId: AnonymousId, yearOfBirth?: number): Promise<void>;
  /** For a test lab: the access token counts as expired; true unless there is none. Errors: secrets/*. */
  expireAccess(): Promise<boolean>;
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
  const { clock, records: store } = args;
  const session = createSession(args, () => {
    queuedTests.follow();
    outbox.wake();
    account.follow();
  });
  const queuedTests = createQueuedTests(session);
  const { ended, noteService } = session;
  const stray = (reply: Authenticated): void => void keeper.discard(reply);
  const api = createMimiApi({ ...args, ended, noteService, stray });
  const keeper = createTokenKeeper(session, api, clock);
  const outbox = createOutbox({ ...args, session, api, keeper });
  const account = createAccountLink({ session, api, keeper }, outbox);
  const queue = createOperationQueue();

  const assertRunning = (): void => {
    if (session.state === 'Disposed') throw new AppError('session/disposed');
  };

  const inTurn: Engine['inTurn'] = async (operation, signal) => {
    assertRunning();
    if (queue.busy) session.take('operation', 'queued');
    return queue.run(async () => {
      assertRunning();
      return operation();
    }, signal);
  };

  const engine: Engine = { session, api, keeper, store, inTurn };
  const creation = createCreation(engine);
  const restore = createRestoring(engine, creation);
  return { ...engine, creation, restore, outbox, queue, queuedTests, accountLink: account.link };
};

/** Starts an engine: begins to read the records at once. Different services need different engines. */
export const createMimiCore = (args: MimiCoreArguments): MimiCore => {
  const parts = compose(args);
  const { session, api, keeper, outbox, queue, restore } = parts;
  let disposing: Promise<void> | null = null;

  session.take('start', 'first');
  const ready = restore(async () => true).catch(() => undefined);
  const testsController = createTestsController({ ...parts, ready });

  const registerApart = async (anonymousId: AnonymousId, yearOfBirth?: number): Promise<void> => {
    const { user, tokens } = await api.register(anonymousId);
    try {
      if (user.anonymousId !== anonymousId) throw new AppError('session/invariant-violation');
      if (yearOfBirth !== undefined) await api.submitYearOfBirth(tokens.access_token, yearOfBirth);
    } finally {
      // Nobody uses it; that it cannot be given up now harms nobody either.
      await api.revoke(tokens.refresh_token, { once: true }).catch(() => undefined);
    }
  };

  const dispose = async (): Promise<void> => {
    session.take('dispose', 'by-app');
    outbox.dispose();
    await queue.idle();
  };

  const { allowAnonymousUserOnly } = args.configuration;
  return {
    configuration: args.configuration,
    testsController,
    accountLink: parts.accountLink,
    userController: createUserController({ ...parts, ready, allowAnonymousUserOnly }),
    ready,
    inspect: () => inspect(session),
    registerApart,
    expireAccess: () => keeper.expire(),
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
