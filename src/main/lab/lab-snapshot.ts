import type { LabRunning, LabSnapshot } from '../../contract/ipc/lab/lab';
import type { Snapshot } from '../../contract/ipc/snapshot';
import type { LoadingState } from '../../contract/mimi-user';
import { loadingView } from '../app/companion-snapshot';
import type { CompanionConfig } from '../config/config';
import type { MimiCoreInspection } from '../mimi-core/mimi-core';
import { SESSION_TABLE, type SessionRow } from '../mimi-core/session-table';

/** The parts a Lab snapshot is made of, each as its owner tells it. */
export interface LabSnapshotParts {
  readonly revision: number;
  readonly engine: MimiCoreInspection;
  readonly loading: LoadingState;
  /** What the listener's window sees. */
  readonly listener: Snapshot;
  readonly config: CompanionConfig;
  /** The environment says which service is used. */
  readonly isServiceFixed: boolean;
  readonly running: LabRunning | null;
  readonly activeFaults: number;
}

const rowView = (name: string | null): LabSnapshot['engine']['row'] => {
  const row = SESSION_TABLE.find((each: SessionRow) => each.row === name);
  if (!row) return null;
  const { event, guard, from, to } = row;
  return { name: row.row, event, guard, from: from === 'any' ? from : from.join(' | '), to };
};

const engineView = (
  { state, row, epoch, version, kept, hasPending, outbox }: MimiCoreInspection,
  loading: LoadingState,
): LabSnapshot['engine'] => {
  const count = (type: (typeof outbox)[number]): number =>
    outbox.filter((each) => each === type).length;
  return {
    state,
    row: rowView(row),
    loading: loadingView(loading),
    epoch,
    version,
    hasPending,
    kept,
    outbox: {
      revoke: count('revoke'),
      'year-of-birth': count('year-of-birth'),
      'hearing-test': count('hearing-test'),
      'delete-hearing-test': count('delete-hearing-test'),
      association: count('association'),
      dissociation: count('dissociation'),
    },
  };
};

const userView = ({ session }: Snapshot): LabSnapshot['user'] => {
  if (session.status !== 'active') return null;
  const { userId, maskedId, createdAt } = session.user;
  return { userId, maskedId, createdAt };
};

/** What the Lab's window sees of all parts. Pure. */
export const buildLabSnapshot = (parts: LabSnapshotParts): LabSnapshot => {
  const { listener, config } = parts;
  return {
    revision: parts.revision,
    language: listener.language,
    theme: listener.preferences.theme,
    product: config.product.id,
    versions: listener.versions,
    engine: engineView(parts.engine, parts.loading),
    user: userView(listener),
    storage: listener.storage,
    service: {
      ...listener.service,
      baseUrl: config.service?.baseUrl ?? null,
      clientId: config.service?.clientId ?? null,
      isFixed: parts.isServiceFixed,
    },
    running: parts.running,
    activeFaults: parts.activeFaults,
  };
};
