import type { Snapshot } from '../../contract/ipc/snapshot';
import type { JournalEntry } from '../journal/journal';
import type { Companion } from './create-companion';

const RECENT_EVENTS = 200;

/**
 * What a person may send to someone who helps: versions, states and codes. Nothing in it can be a key, a path
 * or a name: the snapshot's user is left out and journal events hold only names from fixed lists and numbers.
 */
const createReport = (
  { session, storage, service, profile, preferences, versions }: Snapshot,
  events: readonly JournalEntry[],
): string =>
  JSON.stringify(
    {
      versions,
      platform: process.platform,
      session: {
        status: session.status,
        ...(session.status === 'restoring' ? {} : { loading: session.loading }),
        ...(session.status === 'blocked' ? { cause: session.cause } : {}),
        ...(session.status === 'signed-out' ? { reason: session.reason } : {}),
      },
      storage,
      service: { kind: service.kind, trouble: service.trouble },
      profile: profile.status,
      preferences,
      events: events.slice(-RECENT_EVENTS),
    },
    null,
    1,
  );

/** The report of a running app. */
export const reportOf = ({ snapshot, journal }: Pick<Companion, 'snapshot' | 'journal'>): string =>
  createReport(snapshot(), journal.events());
