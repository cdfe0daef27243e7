import type { ProfileView, RecoveryView } from '../../contract/ipc/snapshot';
import { orderOf } from '../../hearing/hearing-test';
import type { KitNote } from '../settings/preferences-schema';
import type { PreferencesStore } from '../settings/preferences-store';

/** What is remembered of kits, by userId. Nothing secret: it is kept with the preferences. */
export interface KitNotes {
  view(userId: string | null, profile: ProfileView): RecoveryView;
  /**
   * A kit was made, or opened here. An older one than is known changes nothing, unless that is dated after `now`: the
   * clock was ahead.
   */
  hasKit(userId: string, kit: Pick<KitNote, 'madeAt' | 'newestTestAt'>, now: number): Promise<void>;
  /** The first offer was shown. What came of it, or comes, stays as it is. */
  lastStepSeen(userId: string): Promise<void>;
  dismissReminder(userId: string): Promise<void>;
  /** Forgets everybody else. */
  keepOnly(userIds: readonly string[]): Promise<void>;
}

interface KitNotesDeps {
  readonly preferences: Pick<PreferencesStore, 'kits' | 'setKits'>;
  readonly changed: () => void;
}

const NO_KIT = { madeAt: null, newestTestAt: null };
const NONE: RecoveryView = { kit: null, isReminderDue: false, isLastStep: false };

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
      const isReminderDue = profile.status === 'ready';
      if (note === undefined) return { kit: null, isReminderDue, isLastStep: isReminderDue };
      const { madeAt, newestTestAt } = note;
      if (madeAt === null) return note.isOnlyOffered ? { ...NONE, isReminderDue } : NONE;
      const isOutdated =
        newestTestAt !== null &&
        profile.status === 'ready' &&
        orderOf(profile.profile.test) > newestTestAt;
      return { ...NONE, kit: { madeAt, isOutdated } };
    },
    async hasKit(userId, kit, now) {
      const known = noteOf(userId)?.madeAt ?? -1;
      if (known < (kit.madeAt ?? 0) || known > now) await put({ userId, ...kit });
    },
    async lastStepSeen(userId) {
      if (noteOf(userId) === undefined) await put({ userId, ...NO_KIT, isOnlyOffered: true });
    },
    async dismissReminder(userId) {
      const note = noteOf(userId);
      if (note === undefined || note.isOnlyOffered) await put({ userId, ...NO_KIT });
    },
    async keepOnly(userIds) {
      const kits = preferences.kits();
      const known = kits.filter(({ userId }) => userIds.includes(userId));
      if (known.length < kits.length) await preferences.setKits(known);
    },
  };
};
