import type { Preferences } from '../../contract/ipc/preferences';
import { companion } from '../bridge/companion';
import { goTo, type Outcome } from '../stores/ui-store';
import { perform } from './perform';

const { app, session, preferences, tests } = companion;

const cancelled: Outcome = { type: 'said', key: 'app.cancelled' };

/** Makes a profile for a person born in `yearOfBirth`. */
export const createProfile = (yearOfBirth: number): void =>
  void perform('createProfile', () => session.createProfile({ yearOfBirth }));

/** Gives the current user the year of birth that is still missing. */
export const submitYearOfBirth = (yearOfBirth: number): void =>
  void perform('submitYearOfBirth', () => session.submitYearOfBirth({ yearOfBirth }));

/** Opens the profile kept on this computer. */
export const openKeptProfile = (): void =>
  void perform('openKeptProfile', session.continueKeptProfile, (outcome) =>
    outcome === 'cancelled' ? cancelled : null,
  );

/** Has main read a profile key from the clipboard and open its profile; the key never comes here. */
export const pasteKey = (): void =>
  void perform('pasteKey', session.pasteAnonymousId, (outcome) => {
    if (outcome === 'skipped') return { type: 'said', key: 'paste.skipped' };
    return outcome === 'cancelled' ? cancelled : null;
  });

/** Stops what runs; the action stopped says so itself. */
export const cancel = (): void => void session.cancel();

/** Asks the service again for user and profile. What comes of it stands in the next snapshot. */
export const refresh = (): void =>
  void perform('refresh', async () => {
    await session.refresh();
    return { ok: true, value: null };
  });

/** Reads the stored key again. */
export const retryStorage = (): void => void perform('retryStorage', session.retryStorage);

/** Sets the unreadable file aside and starts as new; `confirmation` is the word typed. */
export const startOver = (confirmation: string): void =>
  void perform('startOver', () => session.startOver({ confirmation }));

/** Keeps the key in a file where there is no keyring. */
export const allowKeyFile = (): void =>
  void perform('allowKeyFile', session.allowKeyFile, () => ({
    type: 'said',
    key: 'storage.weakerDone',
  }));

/** Has main put the key on the clipboard for a while. */
export const copyKey = (): void =>
  void perform('copyKey', session.copyAnonymousId, ({ clearsAfterSeconds }) => ({
    type: 'copied',
    seconds: clearsAfterSeconds,
  }));

/** Saves everything the service holds about the user in a file. */
export const exportData = (): void =>
  void perform('exportData', session.exportData, (outcome) =>
    outcome === 'saved' ? { type: 'said', key: 'settings.exported' } : null,
  );

/** Takes key and profile off this computer. */
export const removeFromComputer = (): void =>
  void perform('removeFromComputer', session.removeFromComputer);

/** Deletes the profile for good; `confirmation` is the word typed. */
export const deleteProfile = (confirmation: string): void =>
  void perform('deleteProfile', () => session.deleteProfile({ confirmation }));

/** Changes theme or language. */
export const updatePreferences = (change: Partial<Preferences>): void =>
  void perform('updatePreferences', () => preferences.update(change));

/** Copies a report without secrets. */
export const copyReport = (): void =>
  void perform('copyReport', app.copyReport, () => ({ type: 'said', key: 'settings.reported' }));

/** Stores the estimate for the person's age and shows it. */
export const storeEstimate = (): void =>
  void perform('storeEstimate', tests.storeEstimate, () => {
    goTo(null);
    return null;
  });

/** Forgets the unfinished test. */
export const discardTest = (): void => void perform('discardTest', tests.discard);

/** Restarts the app. */
export const relaunch = (): void => void perform('relaunch', () => app.relaunch());

/** Takes a notice off the screen. */
export const dismissNotice = (id: string): void => void app.dismissNotice({ id });

/** Opens a known page in the browser. */
export const openLink = (link: 'guide' | 'iso7029'): void => void app.openLink({ link });
