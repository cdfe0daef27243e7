import { randomBytes, randomUUID } from 'node:crypto';
import type { Backend } from '../../backend/create-backend';
import type { ServiceFiles } from '../../backend/storage/files';
import type { Clock, ServicePort } from '../mimi-core/ports';
import { UNCONFIRMED_USER_ID } from '../mimi-core/own-records';
import type { SessionRecords } from '../mimi-core/records';

/** Name of the service inside the app, in records and links. */
export const EMBEDDED_SERVICE = 'embedded';

/** The service inside the app: a `fetch` that needs no port and no network. */
export interface EmbeddedService extends ServicePort {
  readonly clientId: string;
  readonly clientSecret: string;
  /**
   * The person's own act when the data cannot be read: sets it aside and begins with none. False, and nothing
   * done, while an id registered there is kept here.
   */
  startAnew(): Promise<boolean>;
  close(): Promise<void>;
}

interface EmbeddedServiceDeps {
  readonly folder: string;
  readonly clock: Pick<Clock, 'now'>;
  /** The session records as last known: an id registered here means the data must exist. */
  readonly records: () => SessionRecords;
  /** Told when the data had to be taken from the copy. */
  readonly restored: () => void;
  /** The backend's disk; Node's own by default. */
  readonly files?: ServiceFiles;
}

const holdsUserOf = ({ current, kept }: SessionRecords): boolean =>
  [...kept, ...(current ? [current] : [])].some(
    // An id whose registration was never confirmed proves nothing about the service's data.
    ({ service, userId }) => service === EMBEDDED_SERVICE && userId !== UNCONFIRMED_USER_ID,
  );

/**
 * Loads the backend at the first request, so that starting on a stored profile does not wait for a database.
 * Data found unreadable is looked for again at the next request, by the backend itself.
 */
export const createEmbeddedService = ({
  folder,
  clock,
  records,
  restored,
  files,
}: EmbeddedServiceDeps): EmbeddedService => {
  const client = { clientId: EMBEDDED_SERVICE, clientSecret: randomUUID() };
  let opening: Promise<Backend> | null = null;

  const open = async (): Promise<Backend> => {
    const { createBackend } = await import('../../backend/create-backend');
    return createBackend({
      folder,
      clients: [client],
      clock,
      randomBytes,
      randomUUID,
      limits: null,
      backups: true,
      mustExist: () => holdsUserOf(records()),
      onRestored: restored,
      currentYear: () => new Date(clock.now()).getFullYear(),
      ...(files ? { files } : {}),
    });
  };

  const ready = async (): Promise<Backend> => {
    opening ??= open();
    try {
      return await opening;
    } catch (thrown) {
      opening = null;
      throw thrown;
    }
  };

  const close = async (): Promise<void> => {
    await (await opening)?.close();
    opening = null;
  };

  return {
    id: EMBEDDED_SERVICE,
    baseUrl: 'http://embedded.invalid',
    ...client,
    fetch: async (request) => (await ready()).fetch(request),
    async startAnew() {
      if (holdsUserOf(records())) return false;
      await close();
      const { startServiceAnew } = await import('../../backend/create-backend');
      startServiceAnew(folder, clock.now());
      return true;
    },
    close,
  };
};
