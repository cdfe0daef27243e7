import { toAppError } from '../../contract/errors';
import type { HearingProfile } from '../../contract/hearing-profile';
import type { ProfileView } from '../../contract/ipc/snapshot';

/** Where the last known profile of a user lies. */
export interface ProfileCachePort {
  read(userId: string): Promise<HearingProfile | null>;
  write(userId: string, profile: HearingProfile): Promise<void>;
  /** Removes the profiles of everybody else. */
  keepOnly(userIds: readonly string[]): Promise<void>;
}

interface ProfileKeeperDeps {
  readonly cache: ProfileCachePort;
  /** Asks the service; null when it has no profile yet. Throws AppError. */
  readonly load: () => Promise<HearingProfile | null>;
  readonly changed: () => void;
}

/** Keeps the current user's profile: the last known one at once, then what the service says. */
export interface ProfileKeeper {
  view(): ProfileView;
  /** Names the user whose profile to show (null: nobody) and shows the last known one. */
  show(userId: string | null): Promise<void>;
  /** Asks the service for the current user's profile. What is shown stays while it cannot be had. */
  refresh(): Promise<void>;
}

/** An answer is shown only if its user is still the one to show. */
export const createProfileKeeper = ({ cache, load, changed }: ProfileKeeperDeps): ProfileKeeper => {
  let shownUser: string | null = null;
  let view: ProfileView = { status: 'none' };

  const set = (next: ProfileView): void => {
    view = next;
    changed();
  };

  return {
    view: () => view,
    async show(userId) {
      if (userId === shownUser) return;
      shownUser = userId;
      set({ status: userId === null ? 'none' : 'loading' });
      if (userId === null) return;
      const profile = await cache.read(userId);
      if (profile && shownUser === userId) set({ status: 'ready', profile, source: 'stored' });
    },
    async refresh() {
      const userId = shownUser;
      if (userId === null) return;
      try {
        const profile = await load();
        if (shownUser !== userId) return;
        if (profile) await cache.write(userId, profile);
        if (shownUser === userId) {
          set(profile ? { status: 'ready', profile, source: 'service' } : { status: 'none' });
        }
      } catch (thrown) {
        if (shownUser !== userId || view.status === 'ready') return;
        set({ status: 'unavailable', code: toAppError(thrown).code });
      }
    },
  };
};
