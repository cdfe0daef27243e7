import { companion } from '../bridge/companion';
import { goTo } from '../stores/ui-store';
import { action } from './action';
import { CANCELLED, done } from './said';

const { app, session, preferences, tests } = companion;

/** Makes a profile for a person born in `yearOfBirth`. */
export const createProfile = action('createProfile', session.createProfile);

/** Gives the current user the year of birth that is still missing. */
export const submitYearOfBirth = action('submitYearOfBirth', session.submitYearOfBirth);

/** Opens the profile kept on this computer. */
export const openKeptProfile = action('openKeptProfile', session.continueKeptProfile, (outcome) =>
  outcome === 'cancelled' ? CANCELLED : null,
);

/** Has main read a profile key from the clipboard and open its profile; the key never comes here. */
export const pasteKey = action('pasteKey', session.pasteAnonymousId, (outcome) => {
  if (outcome === 'skipped') return done((messages) => messages('paste.skipped'));
  return outcome === 'cancelled' ? CANCELLED : null;
});

/** Stops what runs; the action stopped says so itself. */
export const cancel = (): void => void session.cancel();

/** Asks the service again for user and profile. What comes of it stands in the next snapshot. */
export const refresh = action('refresh', async () => {
  await session.refresh();
  return { ok: true, value: null };
});

/** Reads the stored key again. */
export const retryStorage = action('retryStorage', session.retryStorage);

/** Sets the unreadable file aside and starts as new; `confirmation` is the word typed. */
export const startOver = action('startOver', (confirmation: string) =>
  session.startOver({ confirmation }),
);

/** Keeps the key in a file where there is no keyring. */
export const allowKeyFile = action('allowKeyFile', session.allowKeyFile, () =>
  done((messages) => messages('storage.weakerDone')),
);

/** Has main put the key on the clipboard for a while. */
export const copyKey = action('copyKey', session.copyAnonymousId, ({ clearsAfterSeconds }) =>
  done((messages) => messages('key.copied', { seconds: String(clearsAfterSeconds) })),
);

/** Saves everything the service holds about the user in a file. */
export const exportData = action('exportData', session.exportData, (outcome) =>
  outcome === 'saved' ? done((messages) => messages('settings.exported')) : null,
);

/** Takes key and profile off this computer. */
export const removeFromComputer = action('removeFromComputer', session.removeFromComputer);

/** Deletes the profile for good; `confirmation` is the word typed. */
export const deleteProfile = action('deleteProfile', (confirmation: string) =>
  session.deleteProfile({ confirmation }),
);

/** Changes theme or language. */
export const updatePreferences = action('updatePreferences', preferences.update);

/** Copies a report without secrets. */
export const copyReport = action('copyReport', app.copyReport, () =>
  done((messages) => messages('settings.reported')),
);

/** Stores the estimate for the person's age and shows it. */
export const storeEstimate = action('storeEstimate', tests.storeEstimate, () => {
  goTo(null);
  return null;
});

/** Forgets the unfinished test. */
export const discardTest = action('discardTest', tests.discard);

/** Restarts the app. */
export const relaunch = action('relaunch', app.relaunch);

/** Takes a notice off the screen. */
export const dismissNotice = (id: string): void => void app.dismissNotice({ id });

/** Opens a known page in the browser. */
export const openLink = (link: 'guide' | 'iso7029'): void => void app.openLink({ link });
