import type { Result } from '../../../contract/errors';
import type { PictureOutcome } from '../../../contract/ipc/recovery';
import { perform } from '../../app/perform';
import { companion } from '../../bridge/companion';
import { showSnapshot } from '../../stores/snapshot-store';
import { goTo, type Outcome, type Place } from '../../stores/ui-store';
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
export const saveKit = (passphrase: string): void =>
  void perform(
    'saveKit',
    () => recovery.saveKit({ passphrase }),
    (outcome) => {
      if (outcome === 'cancelled') return null;
      leaveSaveKit();
      return { type: 'said', key: 'kit.saved' };
    },
  );

/** Has main ask where and write a page to print; `onEnd` once it is there or nobody wants it. */
export const savePage = (onEnd: (isSaved: boolean) => void): void =>
  void perform('savePage', recovery.savePage, (outcome) => {
    onEnd(outcome === 'saved');
    return outcome === 'saved' ? { type: 'said', key: 'kit.paperSaved' } : null;
  });

/** Has main ask for a kit and shows what may be said of it before it is opened. */
export const chooseKit = (): void =>
  void perform('chooseKit', recovery.chooseKit, (chosen) => {
    if (chosen !== 'cancelled') useKitStore.setState({ chosen });
    return null;
  });

const pictureSaid = (outcome: PictureOutcome): Outcome => {
  if (outcome === 'cancelled') return { type: 'said', key: 'app.cancelled' };
  goTo(null);
  return { type: 'said', key: outcome === 'opened' ? 'kit.restored' : 'kit.alreadyOpen' };
};

/** Has main ask for a picture of a code and open its profile; what stands in it never comes here. */
export const openPicture = (): void =>
  void perform('openPicture', () => onceShown(recovery.openPicture()), pictureSaid);

/** Hands main a file that was dropped: a kit goes on to its passphrase, a picture opens its profile. */
export const openDropped = (file: File): void =>
  void perform(
    'openPicture',
    () => onceShown(recovery.openDropped(file)),
    (dropped) => {
      if (dropped.type === 'picture') return pictureSaid(dropped.outcome);
      useKitStore.setState({ chosen: dropped.kit });
      goTo('open-kit');
      return null;
    },
  );

/** Opens the kit chosen and goes to its profile. */
export const restoreKit = (passphrase: string): void =>
  void perform(
    'restoreKit',
    () => onceShown(recovery.restoreKit({ passphrase })),
    (outcome) => {
      if (outcome === 'cancelled') return { type: 'said', key: 'app.cancelled' };
      goTo(null);
      const isRestored = outcome === 'restored';
      return { type: 'said', key: isRestored ? 'kit.restored' : 'kit.alreadyOpen' };
    },
  );

/** Stops it; the action stopped says so itself. */
export const cancelRestore = (): void => void recovery.cancel();

/** Has main remember that the last step was seen. No act of the person: what is said of theirs stays. */
export const noteLastStep = (): void => void recovery.lastStepSeen();

/** Takes the reminder off the screen for good. */
export const dismissReminder = (): void =>
  void perform('dismissReminder', recovery.dismissReminder);
