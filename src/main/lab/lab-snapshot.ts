import { OUTBOX_KINDS, type LabSnapshot } from '../../contract/ipc/lab/lab';
import type { Snapshot } from '../../contract/ipc/snapshot';
import { loadingView } from '../app/companion-snapshot';
import type { MimiCore } from '../mimi-core/mimi-core';
import { SESSION_TABLE, type SessionRow } from '../mimi-core/session-table';
import type { LabDeps } from './create-lab';

type EngineView = LabSnapshot['engine'];

const rowView = (name: string | null): EngineView['row'] => {
  const row = SESSION_TABLE.find((each: SessionRow) => each.row === name);
  if (!row) return null;
  const { event, guard, from, to } = row;
  return { name: row.row, event, guard, from: from === 'any' ? from : from.join(' | '), to };
};

const engineView = (core: MimiCore): EngineView => {
  const { row, outbox, ...facts } = core.inspect();
  const none = OUTBOX_KINDS.map((kind) => [kind, 0] as const);
  const counts = Object.fromEntries(none) as EngineView['outbox'];
  for (const kind of outbox) counts[kind] += 1;
  const loading = loadingView(core.userController.mimiUser.state.loadingState);
  return { ...facts, row: rowView(row), loading, outbox: counts };
};

const userView = ({ session }: Snapshot): LabSnapshot['user'] => {
  if (session.status !== 'active') return null;
  const { userId, maskedId, createdAt } = session.user;
  return { userId, maskedId, createdAt };
};

/** What the Lab's window sees of all parts, as they are now. */
export const buildLabSnapshot = (
  { companion, config, isServiceFixed, network }: LabDeps,
  own: Pick<LabSnapshot, 'revision' | 'running'>,
): LabSnapshot => {
  const listener = companion.snapshot();
  return {
    ...own,
    language: listener.language,
    theme: listener.preferences.theme,
    product: config.product.id,
    versions: listener.versions,
    engine: engineView(companion.core),
    user: userView(listener),
    storage: listener.storage,
    service: {
      ...listener.service,
      baseUrl: config.service?.baseUrl ?? null,
      clientId: config.service?.clientId ?? null,
      isFixed: isServiceFixed,
    },
    activeFaults: network.view().faults.length,
  };
};
