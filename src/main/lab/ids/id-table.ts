import { maskAnonymousId, type AnonymousId } from '../../../contract/anonymous-id';
import { AppError } from '../../../contract/errors';
import type { LabIdView } from '../../../contract/ipc/lab/ids';
import { MAX_LAB_IDS } from '../../../contract/lab-words';
import { EMBEDDED_SERVICE } from '../../app/embedded-service';
import type { SecretStore } from '../../secrets/secret-store';
import type { LabId } from '../../secrets/stored-records';

/** The ids a tester keeps, in their order, in the secret store. Errors of every change: secrets/*. */
export interface IdTable {
  /** Grows with every change. */
  revision(): number;
  /** As last read or written. */
  ids(): readonly LabId[];
  view(): readonly LabIdView[];
  /** Reads them from the store again; what cannot be read is an empty table. */
  load(): Promise<void>;
  /** Errors: lab/unknown-key. */
  find(key: string): LabId;
  /** Changes the whole table in one durable step. Errors: lab/too-many-ids. */
  change(apply: (ids: readonly LabId[]) => readonly LabId[]): Promise<void>;
  /** Changes one row; nothing happens where it is gone. */
  changeRow(key: string, apply: (id: LabId) => LabId): Promise<void>;
  /** Tells that somebody else is logged in now. */
  followCurrent(): void;
}

interface IdTableDeps {
  readonly secrets: Pick<SecretStore, 'read' | 'update'>;
  /** The service in use. */
  readonly service: string;
  /** The id that is logged in. */
  readonly current: () => AnonymousId | null;
  /** Told of every change: the rows whose content changed, or null for the whole table. */
  readonly changed: (rows: readonly LabIdView[] | null) => void;
}

/** Characters of a host that are shown: a stranger's set may name any. */
const MAX_HOST_LENGTH = 300;

/** Stands for the host of a service that names none; what it names itself is shown nowhere. */
const NO_HOST = '?';

const hostOf = (service: string): string | null => {
  if (service === EMBEDDED_SERVICE) return null;
  const host = URL.canParse(service) ? new URL(service).host : '';
  return host.slice(0, MAX_HOST_LENGTH) || NO_HOST;
};

/** Creates the table, empty until loaded. */
export const createIdTable = ({ secrets, service, current, changed }: IdTableDeps): IdTable => {
  let ids: readonly LabId[] = [];
  let shownCurrent: AnonymousId | null = current();
  let revision = 0;

  const isHere = (id: LabId, anonymousId: AnonymousId | null): boolean =>
    id.service === service && id.anonymousId === anonymousId;

  const viewOf = (id: LabId): LabIdView => ({
    key: id.key,
    label: id.label,
    maskedId: maskAnonymousId(id.anonymousId),
    product: id.product,
    isUsable: id.service === service,
    serviceHost: hostOf(id.service),
    isCurrent: isHere(id, current()),
    lastUsedAt: id.lastUsedAt,
    lastOutcome: id.lastOutcome,
  });

  const tell = (rows: readonly LabId[] | null): void => {
    revision += 1;
    changed(rows && rows.map(viewOf));
  };

  const update = async (
    apply: (ids: readonly LabId[]) => readonly LabId[],
    rows: () => readonly LabId[] | null,
  ): Promise<void> => {
    const before = ids;
    const records = await secrets.update((latest) => {
      const old = latest.lab?.ids ?? [];
      const next = apply(old);
      if (next === old) return latest;
      if (next.length > MAX_LAB_IDS) throw new AppError('lab/too-many-ids');
      return { ...latest, lab: { ids: [...next] } };
    });
    ids = records.lab?.ids ?? [];
    if (ids !== before) tell(rows());
  };

  return {
    revision: () => revision,
    ids: () => ids,
    view: () => ids.map(viewOf),
    async load() {
      const read = await secrets.read();
      ids = read.status === 'present' ? (read.records.lab?.ids ?? []) : [];
      tell(null);
    },
    find(key) {
      const found = ids.find((id) => id.key === key);
      if (!found) throw new AppError('lab/unknown-key');
      return found;
    },
    change: (apply) => update(apply, () => null),
    changeRow: (key, apply) =>
      update(
        (old) =>
          old.some((id) => id.key === key)
            ? old.map((id) => (id.key === key ? apply(id) : id))
            : old,
        () => ids.filter((id) => id.key === key),
      ),
    followCurrent() {
      const now = current();
      if (now === shownCurrent) return;
      const rows = ids.filter((id) => isHere(id, now) || isHere(id, shownCurrent));
      shownCurrent = now;
      if (rows.length > 0) tell(rows);
    },
  };
};
