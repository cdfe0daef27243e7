import type { Comparison } from '../../../contract/ipc/partner';
import { action, type Action } from '../../app/action';
import { CANCELLED, done } from '../../app/said';
import { companion } from '../../bridge/companion';
import { goTo } from '../../stores/ui-store';

const { partner } = companion;

/** Has main open the browser and waits until the person is back from there. */
export const signInAtPartner = action('partnerSignIn', partner.signIn, (outcome) =>
  // Who is signed in then stands on the screen.
  outcome === 'cancelled' ? CANCELLED : null,
);

/** Opens the same page of the partner again. */
export const openBrowserAgain = action('openBrowserAgain', partner.openAgain);

/** Has main copy an address that leads to that page, for a browser that the person opens themselves. */
export const copySignInAddress = action('copySignInAddress', partner.copyAddress, (isCopied) =>
  isCopied ? done((messages) => messages('partner.addressCopied')) : null,
);

/** Gives up the sign-in that waits; it says so itself. */
export const cancelSignIn = (): void => void partner.cancelSignIn();

/** Asks the partner again. */
export const lookAtPartner = action('lookAtPartner', partner.look);

/** Opens the profile that the account keeps. */
export const openAccountProfile = action('openAccountProfile', partner.openAccountProfile);

/** Stores the profile open here with the account. */
export const storeAtPartner = action('storeAtPartner', partner.store);

/** Has main look at both profiles of a conflict. */
export const compareProfiles = (onCompared: (both: Comparison) => void): Action =>
  action('compareProfiles', partner.compare, (both) => {
    onCompared(both);
    return null;
  });

/** Decides a conflict as it was seen. */
export const chooseProfile = (profile: 'here' | 'account', onDone: () => void): Action =>
  action(
    'chooseProfile',
    () => partner.choose({ profile }),
    () => {
      onDone();
      return done((messages) => messages('partner.kept'));
    },
  );

/** Takes the profile off the account. */
export const unlinkAtPartner = action('unlinkAtPartner', partner.unlink);

/** Signs out; the profile here is kept or removed. */
export const signOutAtPartner = (profile: 'keep' | 'remove'): Action =>
  action(
    'signOutAtPartner',
    () => partner.signOut({ profile }),
    () => {
      if (profile === 'remove') goTo(null);
      return null;
    },
  );
