import type { ProfileView, RecoveryView } from '../../contract/ipc/snapshot';
import type { KitNote } from '../settings/preferences-schema';
import type { PreferencesStore } from '../settings/preferences-store';

/** What is remembered of kits, by userId. Nothing secret: it is kept with the preferences. */
export interface KitNotes {
  view(userId: string | null, profile: ProfileView): RecoveryView;
  /** A kit was made, or opened here. An older one than is known changes nothing. */
  hasKit(userId: string, kit: Pick<KitNote, 'madeAt' | 'newestTestAt'>): Promise<void>;
  dismissReminder(userId: string): Promise<void>;
  /** Forgets everybody else. */
  keepOnly(userIds: readonly string[]): Promise<void>;
}

interface KitNotesDeps {
  readonly preferences: Pick<PreferencesStore, 'kits' | 'setKits'>;
  readonly changed: () => void;
}

const NONE: RecoveryView = { kit: null, isReminderDue: false };

/** Creates the notes. All that write can throw AppError `app/file-not-written`. */
export const createKitNotes = ({ preferences, changed }: KitNotesDeps): KitNotes => {
  const noteOf = (userId: string) => preferences.kits().find((note) => note.userId === userId);

  const put = async (note: KitNote): Promise<void> => {
    const others = preferences.kits().filter(({ userId }) => userId !== note.userId);
    await preferences.setKits([...others, note]);
    changed();
  };

  return {
    view(userId, profile) {
      if (userId === null) return NONE;
      const note = noteOf(userId);
      if (note === undefined) return { kit: null, isReminderDue: profile.status === 'ready' };
      const { madeAt, newestTestAt } = note;
      if (madeAt === null) return NONE;
      const isOutdated =
        newestTestAt !== null &&
        profile.status === 'ready' &&
        profile.profile.test.takenAt > newestTestAt;
      return { kit: { madeAt, isOutdated }, isReminderDue: false };
    },
    async hasKit(userId, kit) {
      if ((noteOf(userId)?.madeAt ?? -1) < (kit.madeAt ?? 0)) await put({ userId, ...kit });
    },
    async dismissReminder(userId) {
      if (noteOf(userId) === undefined) await put({ userId, madeAt: null, newestTestAt: null });
    },
    async keepOnly(userIds) {
      const kits = preferences.kits();
      const known = kits.filter(({ userId }) => userIds.includes(userId));
      if (known.length < kits.length) await preferences.setKits(known);
    },
  };
};
