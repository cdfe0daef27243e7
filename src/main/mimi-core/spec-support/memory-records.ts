import { AppError } from '../../../contract/errors';
import type { RecordStore, RecordsRead } from '../ports';
import { EMPTY_RECORDS, type SessionRecords } from '../records';

/** A disk in memory: survives engines, can be made to fail, and sees every write. */
export interface MemoryRecords extends RecordStore {
  /** What lies on the disk. */
  readonly onDisk: SessionRecords | null;
  readonly writes: SessionRecords[];
  readonly setAsides: number;
  put(records: SessionRecords | null): void;
  /** What reading says instead of the content, until null. */
  blockReading(status: Exclude<RecordsRead['status'], 'absent' | 'present'> | null): void;
  /** Makes the next `count` writes fail. */
  failWrites(count: number): void;
  /** The store as one engine sees it; after `cut` nothing of that engine reaches the disk any more. */
  connect(): RecordStore & { cut(): void };
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

export const createMemoryRecords = (initial: SessionRecords | null = null): MemoryRecords => {
  let onDisk = initial;
  let blocked: Exclude<RecordsRead['status'], 'absent' | 'present'> | null = null;
  let failures = 0;
  let setAsides = 0;
  const writes: SessionRecords[] = [];

  const store: RecordStore = {
    read: async () => {
      if (blocked !== null) return { status: blocked };
      return onDisk === null ? { status: 'absent' } : { status: 'present', records: onDisk };
    },
    update: async (change) => {
      await Promise.resolve();
      if (blocked !== null) throw new AppError('secrets/unreadable');
      const next = change(onDisk ?? EMPTY_RECORDS);
      if (failures > 0) {
        failures -= 1;
        throw new AppError('secrets/write-failed');
      }
      onDisk = next;
      writes.push(next);
      return next;
    },
    setAside: async () => {
      blocked = null;
      onDisk = null;
      setAsides += 1;
    },
  };

  return {
    ...store,
    get onDisk() {
      return onDisk;
    },
    get setAsides() {
      return setAsides;
    },
    writes,
    put: (records) => {
      onDisk = records;
    },
    blockReading: (status) => {
      blocked = status;
    },
    failWrites: (count) => {
      failures = count;
    },
    connect: () => {
      let alive = true;
      return {
        read: () => (alive ? store.read() : never()),
        update: (change) => (alive ? store.update(change) : never()),
        setAside: () => (alive ? store.setAside() : never()),
        cut: () => {
          alive = false;
        },
      };
    },
  };
};
