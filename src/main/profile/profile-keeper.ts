import { toAppError, type ErrorCode } from '../../contract/errors';
import type { HearingTest } from '../../hearing/hearing-test';
import type { ProfileView } from '../../contract/ipc/snapshot';
import type { QueuedTest, QueuedTests } from '../mimi-core/queued-tests';
import type { KeptProfiles } from './kept-profiles';
import { applyQueue, NO_TESTS, type KnownTests } from './known-tests';

interface ProfileKeeperDeps {
  /** Where the last known tests of a user lie. */
  readonly kept: Pick<KeptProfiles, 'find' | 'save'>;
  /** Asks the service for the newest tests and how many there are. Throws AppError. */
  readonly load: () => Promise<Omit<KnownTests, 'applied'>>;
  /** What the service has not confirmed yet; another object after every change. */
  readonly queued: () => QueuedTests;
  readonly changed: () => void;
}

/** Keeps the current user's profile: the last known one at once, then what the service says, with what is queued. */
export interface ProfileKeeper {
  view(): ProfileView;
  /** The newest tests known here, newest first. */
  known(): readonly HearingTest[];
  /** Names the user whose profile to show (null: nobody) and shows the last known one. */
  show(userId: string | null): Promise<void>;
  /** Takes over what was queued since. Asks the service again when it has confirmed something. */
  followQueue(): void;
  /** Asks the service for the current user's profile. What is shown stays while it cannot be had. Never rejects. */
  refresh(): Promise<void>;
}

type Source = Extract<ProfileView, { status: 'ready' }>['source'];

/** What is known of the user shown; `isRead`: what was kept here is part of it; `trouble`: why nothing is known. */
interface Shown {
  readonly userId: string;
  readonly isRead: boolean;
  readonly known: KnownTests | null;
  readonly source: Source;
  readonly trouble: ErrorCode | null;
}

const viewOf = (shown: Shown | null): ProfileView => {
  if (shown === null) return { status: 'none' };
  const { known, source, trouble } = shown;
  if (known === null) {
    return trouble === null ? { status: 'loading' } : { status: 'unavailable', code: trouble };
  }
  const { count } = known;
  const [test] = known.tests;
  if (test) return { status: 'ready', profile: { test, count }, source };
  // Those kept here were all deleted while the others could not be asked for.
  return count > 0 ? { status: 'unavailable', code: 'service/offline' } : { status: 'none' };
};

/** An answer is shown only if its user is still the one to show, and nothing was queued or confirmed meanwhile. */
export const createProfileKeeper = (deps: ProfileKeeperDeps): ProfileKeeper => {
  const { load, queued, changed } = deps;
  let shown: Shown | null = null;
  let keptText = '';
  let asking: Promise<void> | null = null;
  /** Grows with every wish to ask; what was asked for meanwhile is asked once more. */
  let wishes = 0;

  const findKept = async (userId: string): Promise<KnownTests | null> => {
    const found = await deps.kept.find(userId);
    return found && { tests: found.tests, count: found.count, applied: found.applied };
  };

  const set = (next: Shown | null): void => {
    shown = next;
    changed();
  };

  const queueOf = (userId: string): readonly QueuedTest[] =>
    queued().userId === userId ? queued().entries : [];

  const take = ({ userId, ...rest }: Shown, known: KnownTests, source: Source): void => {
    const next = applyQueue(known, queueOf(userId));
    set({ ...rest, userId, known: next, source });
    const text = JSON.stringify(next);
    // It can be fetched again: failing to keep it is not a failure.
    if (text !== keptText) void deps.kept.save({ userId, ...next }).catch(() => undefined);
    keptText = text;
  };

  const ask = async (): Promise<void> => {
    const [user, queue] = [shown?.userId, queued()];
    if (user === undefined) return;
    try {
      const answer = await load();
      if (shown?.userId !== user) return;
      if (queued() === queue) take(shown, { ...answer, applied: [] }, 'service');
      else wishes += 1;
    } catch (thrown) {
      if (shown?.userId !== user || shown.known !== null) return;
      set({ ...shown, trouble: toAppError(thrown).code });
    }
  };

  const askUntilCalm = async (): Promise<void> => {
    for (let fulfilled = -1; fulfilled !== wishes;) {
      fulfilled = wishes;
      await ask();
    }
    asking = null;
  };

  const refresh = (): Promise<void> => {
    wishes += 1;
    return (asking ??= askUntilCalm());
  };

  return {
    view: () => viewOf(shown),
    known: () => shown?.known?.tests ?? [],
    async show(userId) {
      if (userId === (shown?.userId ?? null)) return;
      keptText = '';
      const unread = { isRead: false, known: null, source: 'stored', trouble: null } as const;
      set(userId === null ? null : { userId, ...unread });
      if (userId === null) return;
      const stored = await findKept(userId);
      if (shown?.userId !== userId || shown.known !== null) return;
      shown = { ...shown, isRead: true };
      keptText = JSON.stringify(stored);
      const isAnything = stored !== null || queueOf(userId).length > 0;
      if (isAnything) take(shown, stored ?? NO_TESTS, 'stored');
    },
    followQueue() {
      if (shown === null || queued().userId !== shown.userId) return;
      const { known, isRead, source } = shown;
      if (known === null && !isRead) return;
      const entries = queueOf(shown.userId);
      const isQueued = (id: string): boolean => entries.some(({ entryId }) => entryId === id);
      const isConfirmed = known?.applied.some((id) => !isQueued(id)) === true;
      if (known !== null || entries.length > 0) take(shown, known ?? NO_TESTS, source);
      if (isConfirmed) void refresh();
    },
    refresh,
  };
};
