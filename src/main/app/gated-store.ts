import type { RecordStore } from '../mimi-core/ports';
import { EMPTY_RECORDS, type SessionRecords } from '../mimi-core/records';

interface GatedStore extends RecordStore {
  /** The records last seen. */
  readonly known: () => SessionRecords;
  /** Lets reading begin. */
  readonly release: () => void;
}

/** Passes everything on to `store`, but reads nothing before it is released: a keyring may ask the person. */
export const createGatedStore = (store: RecordStore): GatedStore => {
  let known = EMPTY_RECORDS;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  return {
    known: () => known,
    release,
    async read() {
      await released;
      const read = await store.read();
      if (read.status === 'present') known = read.records;
      return read;
    },
    update: async (change) => (known = await store.update(change)),
    setAside: () => store.setAside(),
  };
};
