import type { Result } from '../../../contract/errors';
import type { PictureOutcome } from '../../../contract/ipc/recovery';
import { action, type Action } from '../../app/action';
import { CANCELLED, done } from '../../app/said';
import { companion } from '../../bridge/companion';
import type { Said } from '../../stores/action-store';
import { showSnapshot } from '../../stores/snapshot-store';
import { goTo, type Place } from '../../stores/ui-store';
import { useKitStore } from './kit-store';

const { app, recovery } = companion;

/** An answer that is told once the window shows who it speaks of: its snapshot may come later by itself. */
const onceShown = async <T>(answer: Promise<Result<T>>): Promise<Result<T>> => {
  const told = await answer;
  const snapshot = await app.snapshot();
  if (snapshot.ok) showSnapshot(snapshot.value);
  return told;
};

/** Goes to saving a kit; `backTo` is where it ends, null the profile. */
export const goToSaveKit = (backTo: Place | null): void => {
  useKitStore.setState({ backTo });
  goTo('save-kit');
};

/** Goes back to where it was begun. */
export const leaveSaveKit = (): void => goTo(useKitStore.getState().backTo);

/** Has main ask where and write the current profile as an encrypted file. */
export const saveKit = action('saveKit', recovery.saveKit, (outcome) => {
  if (outcome === 'cancelled') return null;
  leaveSaveKit();
  return done((messages) => messages('kit.saved'));
});

/** Has main ask where and write a page to print; `onSaved` once it is there, not where nobody wants it. */
export const savePage = (onSaved?: () => void): Action =>
  action('savePage', recovery.savePage, (outcome) => {
    if (outcome === 'cancelled') return null;
    onSaved?.();
    return done((messages) => messages('kit.paperSaved'));
  });

/** Has main ask for a kit and shows what may be said of it before it is opened. */
export const chooseKit = action('chooseKit', recovery.chooseKit, (chosen) => {
  if (chosen !== 'cancelled') useKitStore.setState({ chosen });
  return null;
});

const opened = (outcome: PictureOutcome | 'restored'): Said => {
  if (outcome === 'cancelled') return CANCELLED;
  goTo(null);
  const key = outcome === 'already-open' ? 'kit.alreadyOpen' : 'kit.restored';
  return done((messages) => messages(key));
};

/** Has main ask for a picture of a code and open its profile; what stands in it never comes here. */
export const openPicture = action('openPicture', () => onceShown(recovery.openPicture()), opened);

/** Hands main a file that was dropped: a kit goes on to its passphrase, a picture opens its profile. */
export const openDropped = action(
  // The same as above: one of them at a time.
  'openPicture',
  (file: File) => onceShown(recovery.openDropped(file)),
  (dropped) => {
    if (dropped.type === 'picture') return opened(dropped.outcome);
    useKitStore.setState({ chosen: dropped.kit });
    goTo('open-kit');
    return null;
  },
);

/** Opens the kit chosen and goes to its profile. */
export const restoreKit = action(
  'restoreKit',
  (kit: { readonly passphrase: string }) => onceShown(recovery.restoreKit(kit)),
  opened,
);

/** Stops it; the action stopped says so itself. */
export const cancelRestore = (): void => void recovery.cancel();

/** Has main remember that the last step was seen. No act of the person: what is said of theirs stays. */
export const noteLastStep = (): void => void recovery.lastStepSeen();

/** Takes the reminder off the screen for good. */
export const dismissReminder = action('dismissReminder', recovery.dismissReminder);
