import type { Comparison } from '../../../contract/ipc/partner';
import { perform } from '../../app/perform';
import { companion } from '../../bridge/companion';
import { goTo } from '../../stores/ui-store';

const { partner } = companion;

/** Has main open the browser and waits until the person is back from there. */
export const signInAtPartner = (): void =>
  void perform('partnerSignIn', partner.signIn, (outcome) =>
    // Who is signed in then stands on the screen.
    outcome === 'cancelled' ? { type: 'said', key: 'app.cancelled' } : null,
  );

/** Opens the same page of the partner again. */
export const openBrowserAgain = (): void => void perform('openBrowserAgain', partner.openAgain);

/** Has main copy an address that leads to that page, for a browser that the person opens themselves. */
export const copySignInAddress = (): void =>
  void perform('copySignInAddress', partner.copyAddress, (isCopied) =>
    isCopied ? { type: 'said', key: 'partner.addressCopied' } : null,
  );

/** Gives up the sign-in that waits; it says so itself. */
export const cancelSignIn = (): void => void partner.cancelSignIn();

/** Asks the partner again. */
export const lookAtPartner = (): void => void perform('lookAtPartner', partner.look);

/** Opens the profile that the account keeps. */
export const openAccountProfile = (): void =>
  void perform('openAccountProfile', partner.openAccountProfile);

/** Stores the profile open here with the account. */
export const storeAtPartner = (): void => void perform('storeAtPartner', partner.store);

/** Has main look at both profiles of a conflict. */
export const compareProfiles = (onCompared: (both: Comparison) => void): void =>
  void perform('compareProfiles', partner.compare, (both) => {
    onCompared(both);
    return null;
  });

/** Decides a conflict as it was seen. */
export const chooseProfile = (profile: 'here' | 'account', onDone: () => void): void =>
  void perform(
    'chooseProfile',
    () => partner.choose({ profile }),
    () => {
      onDone();
      return { type: 'said', key: 'partner.kept' };
    },
  );

/** Takes the profile off the account. */
export const unlinkAtPartner = (onDone: () => void): void =>
  void perform('unlinkAtPartner', partner.unlink, () => {
    onDone();
    return null;
  });

/** Signs out; the profile here is kept or removed. */
export const signOutAtPartner = (profile: 'keep' | 'remove', onDone: () => void): void =>
  void perform(
    'signOutAtPartner',
    () => partner.signOut({ profile }),
    () => {
      onDone();
      if (profile === 'remove') goTo(null);
      return null;
    },
  );
