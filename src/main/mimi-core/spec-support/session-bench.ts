import type { AnonymousId } from '../../../contract/anonymous-id';
import type { MimiUserState } from '../../../contract/mimi-user';
import { createMimiCore, type MimiCore, type MimiCoreArguments } from '../mimi-core';
import type { SessionJournalEvent } from '../ports';
import { EMPTY_RECORDS, type SessionRecords } from '../records';
import { createFakeClock } from './fake-clock';
import { createFakeService } from './fake-service';
import { createMemoryRecords } from './memory-records';

export const ID_A = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa' as AnonymousId;
export const ID_B = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb' as AnonymousId;
export const ID_C = 'cccccccc-cccc-4ccc-8ccc-cccccccccccc' as AnonymousId;
export const SERVICE = 'https://service.example#client';

/** A state as one short word, for comparing whole histories. */
export const told = ({ value, loadingState }: MimiUserState): string => {
  const failure = loadingState.type === 'Failure' ? `(${loadingState.cause.code})` : '';
  return `${value?.anonymousId.slice(0, 1) ?? '-'} ${loadingState.type}${failure}`;
};

/** A disk, a service and a clock on which engines can be started, killed and started again. */
export const createSessionBench = (
  options: { initial?: SessionRecords; flag?: boolean; serviceId?: string } = {},
) => {
  const clock = createFakeClock();
  const service = createFakeService(clock);
  const records = createMemoryRecords(options.initial ?? null);
  const rows: string[] = [];
  const events: SessionJournalEvent[] = [];
  let ids = 0;
  let cut: () => void = () => undefined;

  const newArguments = (): MimiCoreArguments => {
    const connected = records.connect();
    let alive = true;
    cut = () => {
      alive = false;
      connected.cut();
    };
    return {
      clientId: 'client',
      clientSecret: 'client-secret-value',
      configuration: { allowAnonymousUserOnly: options.flag ?? true },
      service: {
        id: options.serviceId ?? SERVICE,
        baseUrl: 'https://service.example',
        fetch: (request) =>
          alive ? service.fetch(request) : new Promise<Response>(() => undefined),
      },
      records: connected,
      clock,
      randomUUID: () => `dddddddd-dddd-4ddd-8ddd-${String((ids += 1)).padStart(12, '0')}`,
      random: () => 0.5,
      journal: (event) => {
        events.push(event);
        if (event.type === 'session/transition') rows.push(event.row);
      },
      product: 'test',
    };
  };

  /** Starts an engine and notes what an observer from the first moment sees. */
  const launch = (): { core: MimiCore; seen: string[] } => {
    const core = createMimiCore(newArguments());
    const seen: string[] = [];
    core.userController.mimiUser.observe((state) => seen.push(told(state)));
    return { core, seen };
  };

  /** Starts an engine and waits until it has come to rest. */
  const start = async () => {
    const launched = launch();
    await clock.settle();
    const { userController: users, testsController: tests } = launched.core;
    return { ...launched, users, tests };
  };

  /** Starts with a user who is known to the service and logged in. */
  const startAs = async (id: AnonymousId) => {
    if (!service.users.has(id)) service.addUser(id);
    const started = await start();
    await clock.until(started.users.authenticate({ type: 'LoginAnonymously', anonymousId: id }));
    await clock.settle();
    started.seen.length = 0;
    rows.length = 0;
    service.requests.length = 0;
    return started;
  };

  return {
    clock,
    service,
    records,
    rows,
    events,
    newArguments,
    launch,
    start,
    startAs,
    /** Ends the running engine as a kill would: nothing of it reaches disk or service any more. */
    kill: () => cut(),
    disk: (): SessionRecords => records.onDisk ?? EMPTY_RECORDS,
  };
};

/** The code a promise is rejected with, or what it resolves to. */
export const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => value ?? 'resolved',
    (thrown: unknown) => (thrown as { code?: unknown }).code ?? thrown,
  );
