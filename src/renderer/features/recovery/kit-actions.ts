import type { ChosenKit } from '../../../contract/ipc/recovery';
import { perform } from '../../app/perform';
import { companion } from '../../bridge/companion';
import { goTo } from '../../stores/ui-store';

const { recovery } = companion;

/** Has main ask where and write the current profile as an encrypted file. */
export const saveKit = (passphrase: string): void =>
  void perform(
    'saveKit',
    () => recovery.saveKit({ passphrase }),
    (outcome) => {
      if (outcome === 'cancelled') return null;
      goTo('settings');
      return { type: 'said', key: 'kit.saved' };
    },
  );

/** Has main ask for a kit and tells what may be said of it before it is opened. */
export const chooseKit = (onChosen: (kit: ChosenKit) => void): void =>
  void perform('chooseKit', recovery.chooseKit, (kit) => {
    if (kit !== 'cancelled') onChosen(kit);
    return null;
  });

/** Opens the kit chosen and goes to its profile. */
export const restoreKit = (passphrase: string): void =>
  void perform(
    'restoreKit',
    () => recovery.restoreKit({ passphrase }),
    (outcome) => {
      if (outcome === 'cancelled') return { type: 'said', key: 'app.cancelled' };
      goTo(null);
      const isRestored = outcome === 'restored';
      return { type: 'said', key: isRestored ? 'kit.restored' : 'kit.alreadyOpen' };
    },
  );

/** Stops it; the action stopped says so itself. */
export const cancelRestore = (): void => void recovery.cancel();

/** Takes the reminder off the screen for good. */
export const dismissReminder = (): void =>
  void perform('dismissReminder', recovery.dismissReminder);
