import type { labContract } from '../../contract/ipc/lab-contract';
import type { LinesReport, NewUsers, NewUsersWish } from '../../contract/ipc/lab/ids';
import type { LabSnapshot } from '../../contract/ipc/lab/lab';
import type { ClipboardKey } from '../app/clipboard-key';
import type { Companion } from '../app/create-companion';
import type { Desktop } from '../app/desktop';
import type { CompanionConfig } from '../config/config';
import type { PublishTo } from '../ipc/publish';
import type { Clock, ServiceFetch } from '../mimi-core/ports';
import { createGather } from './gather';
import { createIdTable, type IdTable } from './ids/id-table';
import { createNewUsers } from './ids/new-users';
import type { Candidate } from './ids/parse-lines';
import { addCandidates, type RowMaker } from './ids/sort-candidates';
import { createSwap, type Swap } from './ids/swap';
import { buildLabSnapshot } from './lab-snapshot';
import type { LabNetwork } from './network/lab-network';
import { createOperations, type Operations } from './operations';
import type { RevealedId } from './reveal/reveal-page';
import { createSessionControls, type SessionControls } from './session/session-controls';
import { createTimeline, type Timeline } from './timeline/timeline';

/** Everything the Lab needs from outside; nothing here is Electron's. */
export interface LabDeps {
  readonly companion: Companion;
  readonly network: LabNetwork;
  readonly config: CompanionConfig;
  /** COMPANION_SERVICE_URL is set. */
  readonly isServiceFixed: boolean;
  readonly desktop: Desktop;
  readonly clipboardKey: ClipboardKey;
  readonly clock: Clock;
  readonly randomUUID: () => string;
  readonly randomBytes: (size: number) => Buffer;
  /** Sends an event to the Lab's window, if there is one. */
  readonly publish: PublishTo<typeof labContract>;
  /** Shows an id in a window of its own. */
  readonly reveal: (id: RevealedId) => Promise<void>;
  /** Reaches a service over the network, without the Lab's faults. */
  readonly networkFetch: ServiceFetch;
  /** Brings the listener's window to the front. */
  readonly showListener: () => void;
  /** Ends the app and starts it again with the service that is configured then. */
  readonly startAnew: () => void;
  /** Folder of `companion.json`. */
  readonly configFolder: string;
}

/** The Lab's parts over a running app. */
export interface Lab {
  readonly table: IdTable;
  readonly rowMaker: RowMaker;
  /** Adds what is new of them; answers what became of each. Errors: secrets/*. */
  add(candidates: readonly Candidate[]): Promise<LinesReport>;
  readonly swap: Swap;
  createUsers(wish: NewUsersWish): Promise<NewUsers>;
  readonly session: SessionControls;
  readonly timeline: Timeline;
  readonly operations: Operations;
  snapshot(): LabSnapshot;
  /** Resolves once the ids were read. */
  readonly ready: Promise<void>;
  /** Aborted by `dispose`. */
  readonly closed: AbortSignal;
  /** Withdraws what runs and stops following the app. */
  dispose(): void;
}

/** Milliseconds in which changes are gathered before the window is told. */
const GATHER_MS = 20;

/** Composes the Lab over a running app. */
export const createLab = (deps: LabDeps): Lab => {
  const { companion, network, clock, randomUUID, publish } = deps;
  const { core, recovery } = companion;
  const { service, product } = recovery;
  let revision = 0;

  const gather = createGather(clock, GATHER_MS, () => {
    revision += 1;
    publish('lab', 'changed', snapshot());
  });
  const operations = createOperations({
    clock,
    journal: companion.journal,
    changed: gather.soon,
  });
  const table = createIdTable({
    secrets: companion.secrets,
    service,
    current: () => core.userController.mimiUser.state.value?.anonymousId ?? null,
    changed(rows) {
      publish('labIds', 'changed', { revision: table.revision(), rows: rows && [...rows] });
      gather.soon();
    },
  });
  const common = { core, table, service, product, clock, operations, randomUUID };
  const createUsers = createNewUsers(common);
  const rowMaker: RowMaker = { service, product, newKey: randomUUID };

  const snapshot = (): LabSnapshot =>
    buildLabSnapshot(deps, { revision, running: operations.running() });

  const closing = new AbortController();
  let wasReadable = false;
  const follow = (): void => {
    const { status } = companion.snapshot().session;
    const isReadable = status === 'active' || status === 'signed-out';
    // They could not be read until now, or were set aside with everything else.
    if (isReadable && !wasReadable) void table.load().catch(() => undefined);
    wasReadable = isReadable;
    table.followCurrent();
    gather.soon();
  };
  const timeline = createTimeline({
    journal: companion.journal,
    clock,
    appended: (page) => publish('labTimeline', 'appended', page),
  });
  const stops = [
    () => timeline.dispose(),
    network.onChanged(() => publish('labNetwork', 'changed', network.view())),
    companion.onSnapshot(follow),
    companion.journal.subscribe(({ type }) => {
      if (type.startsWith('session/')) gather.soon();
    }),
    network.onChanged(gather.soon),
    gather.stop,
  ];
  wasReadable = core.inspect().state !== 'Restoring';

  return {
    table,
    rowMaker,
    add: (candidates) => addCandidates(table, candidates, rowMaker),
    createUsers: (wish) => operations.run('create-users', (run) => createUsers(wish, run)),
    swap: createSwap({ ...common, authManager: companion.authManager }),
    session: createSessionControls({ ...deps, operations }),
    timeline,
    operations,
    snapshot,
    ready: core.ready.then(() => table.load()).catch(() => undefined),
    closed: closing.signal,
    dispose() {
      closing.abort();
      operations.cancel();
      for (const stop of stops) stop();
    },
  };
};
