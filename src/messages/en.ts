import type { ErrorCode } from '../contract/errors';

/** One sentence or three for every failure: what happened, what it means, what to do. */
const errors = {
  'session/already-started': 'Mimi Companion is already running. Use the window that is open.',
  'session/anonymous-only-required':
    'This copy of the app is not set up to open profiles by their key. Nothing was changed. Please tell whoever gave you the app.',
  'session/invalid-id-format':
    'What is on the clipboard is not a profile key. A key has 36 characters: small letters, digits and four hyphens. Copy the whole key and paste again.',
  'session/unknown-id':
    'No profile belongs to this key. Nothing was changed. Check that you copied the whole key, and that it was made with this service.',
  'session/user-deleted':
    'The profile this key belongs to was deleted. It cannot be brought back. You can make a new profile.',
  'session/user-disabled':
    'The service has closed this profile for now. Your key is still kept here. Please ask whoever runs the service.',
  'session/no-user': 'There is no profile open at the moment. Open or make one first.',
  'session/invariant-violation':
    'The service answered with another profile than the one asked for. Nothing was changed. Please try again, and copy a report if it happens twice.',
  'session/storage-blocked':
    'Your profile key cannot be read at the moment. So that nothing is lost, nothing new is made. Solve this first, then go on.',
  'session/forcibly-logged-out':
    'The service no longer accepts this profile. Your key is still kept here. Try to open the profile again.',
  'session/superseded': 'Something newer took the place of this step. Nothing is lost.',
  'session/cancelled': 'Stopped. Nothing was changed.',
  'session/disposed': 'The app is closing. Start it again to go on.',
  'service/offline':
    'The service cannot be reached. Your profile stays as it is. Check your connection and try again.',
  'service/timeout':
    'The service did not answer in time. Your profile stays as it is. Try again in a moment.',
  'service/rate-limited':
    'The service is being asked too often. Your profile stays as it is. Wait a little, then try again.',
  'service/unavailable':
    'The service has a problem of its own. Your profile stays as it is. Try again in a few minutes.',
  'service/bad-response':
    'Something other than the service answered, perhaps the welcome page of a Wi-Fi network. Your profile stays as it is. Check your connection and try again.',
  'service/misconfigured':
    'The service does not accept this copy of the app. Your profile stays as it is. Its settings need to be put right.',
  'service/invalid-request':
    'The service did not understand this step. Your profile stays as it is. Please copy a report for whoever runs the service.',
  'service/conflict':
    'The service holds something different for this key. Nothing was changed. Please try again.',
  'service/data-unreadable':
    'The profile data on this computer cannot be read. Your key is safe. Try again, and copy a report if it stays so.',
  'secrets/locked':
    'Your keyring is locked, so your profile key cannot be read. It is still there. Unlock the keyring, then restart the app.',
  'secrets/unreadable':
    'The file with your profile key cannot be read. Nothing was changed or deleted. Try again, or use your key if you have it elsewhere.',
  'secrets/newer-version':
    'Your profile key was saved by a newer version of this app. It is still there. Open it with that version.',
  'secrets/write-failed':
    'This could not be saved on this computer. What was kept before is unchanged. Check that the disk is not full, then try again.',
  'secrets/no-keyring':
    'This computer has no keyring to protect your profile key. It is kept only until the app is closed. Copy it now, or keep it with weaker protection.',
  'input/year-out-of-range': 'Please give the year you were born in, with four digits.',
  'input/too-young': 'Mimi Companion is for people of 18 and over. Nothing was saved.',
  'input/confirmation-mismatch': 'The word does not match. Nothing was changed.',
  'ipc/untrusted-sender': 'The app refused this step. Nothing was changed. Restart the app.',
  'ipc/invalid-input': 'The app did not understand this step. Nothing was changed.',
  'ipc/internal':
    'Something in the app did not work. Your profile stays as it is. Try again, and copy a report if it happens twice.',
  'app/file-not-written':
    'The file could not be written. Choose another folder, or check that the disk is not full.',
  'config/invalid':
    'The settings file of this app holds a value it cannot use. Nothing was changed. Put it right, then start again.',
} as const satisfies Record<ErrorCode, string>;

/** English, and the shape every other language must have. Messages are ICU. */
export const en = {
  app: {
    name: 'Mimi Companion',
    restoring: 'Opening your profile',
    restoringHint: 'Your system may be asking you to unlock its keyring.',
    close: 'Close this notice',
    back: 'Back',
    cancel: 'Cancel',
    continue: 'Continue',
    tryAgain: 'Try again',
    cancelled: 'Stopped. Nothing was changed.',
    retryAfter: 'You can try again in {seconds, plural, one {# second} other {# seconds}}.',
  },
  errors,
  key: {
    explanation:
      'Your profile key is 36 characters long. Whoever has it can open the profile, so keep it to yourself.',
    copy: 'Copy profile key',
    copied: 'Copied. The key leaves the clipboard after {seconds} seconds.',
    masked: 'Profile key ending in {tail}',
  },
  welcome: {
    title: 'Hear it your way',
    lead: 'Make a hearing profile for your headphones. No name, no email: one key, kept on this computer, opens it.',
    titleKept: 'Welcome back',
    leadKept: 'A profile is kept on this computer.',
    make: 'Make your profile',
    makeNew: 'Make a new profile',
    open: 'Open your profile',
    have: 'I already have a profile',
  },
  reasons: {
    'by-person': 'You closed your profile. It is still there, and so is its key.',
    'user-unknown':
      'The service no longer knows your profile. Its key is still kept here. Try to open it again, or make a new one.',
    'user-deleted':
      'Your profile was deleted, here or on another device. It cannot be brought back. You can make a new one.',
    'user-disabled':
      'The service has closed your profile for now. Its key is still kept here. Ask whoever runs the service, then open it again.',
  },
  kept: {
    title: 'What is kept, and where',
    keyTitle: 'A key, made for you',
    keyKeyring:
      'It is 36 characters long and opens your profile. Your system’s keyring protects it on this computer.',
    keyFile:
      'It is 36 characters long and opens your profile. It is encrypted on this computer, with its own key in a file beside it.',
    keyMemory:
      'It is 36 characters long and opens your profile. This computer cannot protect it yet, so you will be offered a copy.',
    profileTitle: 'Your profile',
    profileEmbedded:
      'Your year of birth, and what follows from it. Your profile is kept on this computer.',
    profileRemote: 'Your year of birth, and what follows from it. Your profile is kept at {host}.',
    nothingTitle: 'Nothing else',
    nothingEmbedded: 'No name, no email, no statistics. Nothing leaves this computer.',
    nothingRemote: 'No name, no email, no statistics. Nothing goes anywhere but {host}.',
    remember:
      'Whoever has the key can open the profile, so keep it to yourself. If it is lost, the profile cannot be opened again.',
  },
  year: {
    title: 'When were you born?',
    lead: 'The year is enough. Hearing changes with age, so it gives your profile a first shape.',
    label: 'Year of birth',
    hint: 'Four digits, for example 1984',
    outOfRange: 'Please give a year between {min} and {max}.',
    create: 'Make your profile',
    submit: 'Save year of birth',
    resumed:
      'Your profile was begun and not finished. Confirm the year to go on with the same one.',
  },
  tooYoung: {
    title: 'A little early',
    body: 'Mimi Companion is made for people of 18 and over. Nothing was created and nothing was stored.',
    bodyActive: 'Mimi Companion is made for people of 18 and over. The year was not stored.',
    advice: 'If listening is ever tiring or unpleasant, talk to someone you trust about it.',
    back: 'Change the year',
  },
  paste: {
    title: 'Open a profile you already have',
    lead: 'Copy your profile key where you kept it: 36 characters, small letters, digits and hyphens. Then paste it here.',
    private:
      'The key goes straight from the clipboard to safe keeping and is never shown on this page.',
    button: 'Paste profile key',
    pending: 'Looking for your profile',
    skipped:
      'The clipboard is empty, so nothing was opened. Copy your profile key, then paste again.',
  },
  profile: {
    title: 'Your hearing profile',
    basis:
      'An estimate from your year of birth, {year}: the median for people of that age. It is not a measurement of your ears.',
    waiting: 'Your profile is on its way.',
    none: 'There is nothing to draw yet. Try again in a moment.',
    settings: 'Settings',
    right: 'Right ear',
    left: 'Left ear',
    reference: 'Median at 18',
    low: 'Low pitch',
    high: 'High pitch',
    width: 'The wider the band, the softer the sounds you are likely to hear.',
    ribbon:
      'Two bands from low to high pitch, the right ear above, the left below. At 1 kHz the estimate is {mid} decibels, at 8 kHz {high} decibels; 0 is the median at 18.',
    numbers: 'Show the numbers',
    numbersCaption:
      'Estimated threshold in decibels (dB HL). 0 is the median at 18; higher means a sound has to be louder.',
    frequency: 'Pitch in hertz',
  },
  status: {
    label: 'Where your profile is',
    keyring: 'Key protected by your system',
    keyFile: 'Key kept with weaker protection',
    memory: 'Key kept until you close the app',
    embedded: 'Profile kept on this computer',
    remote: 'Profile kept at {host}',
    trouble: 'Service cannot be used right now',
    stored: 'Shown as last known',
  },
  storage: {
    title: 'Your key is not saved yet',
    weaker: 'Keep it with weaker protection',
    weakerTitle: 'Keep the key with weaker protection?',
    weakerBody:
      'The key is written to this computer encrypted, with what decrypts it in a file beside it. Other people who use this computer cannot read it; a program you start could. When a keyring appears, the protection is raised by itself.',
    weakerConfirm: 'Keep it this way',
    weakerDone: 'Your key is now kept on this computer.',
  },
  notices: {
    'preferences-reset':
      'Your settings could not be read, so theme and language are as new. Your profile is not affected.',
    'profile-removed':
      'Your profile was removed from this computer. With its key you can open it again. A key you copied stays on the clipboard: put it somewhere safe.',
    'profile-deleted': 'Your profile was deleted.',
    'page-reloaded': 'This page stopped and was loaded again. Nothing is lost.',
    'secrets-restored-from-copy':
      'The file with your profile key was damaged, so its copy was used. Nothing is lost.',
    'service-data-restored-from-copy':
      'The profile data on this computer was damaged, so its copy was used. Please check that your profile looks right.',
  },
  blocked: {
    lockedTitle: 'Your keyring is locked',
    locked:
      'Your profile key is safe, but the app cannot read it. Unlock your keyring, then restart.',
    restart: 'Restart',
    unreadableTitle: 'Your profile key cannot be read',
    unreadable:
      'The file is there, and nothing was changed. Try again, open your profile with its key, or start over.',
    startOver: 'Start over',
    startOverTitle: 'Start without this profile?',
    startOverBody:
      'The file is set aside and kept, and the app starts as new. Unless you have the profile key elsewhere, this profile can then not be opened again.',
    newerTitle: 'A newer version was here',
    newer:
      'Your profile key was saved by a newer version of Mimi Companion. It is safe. Open it with that version.',
  },
  confirm: {
    delete: 'DELETE',
    startOver: 'START OVER',
    instruction: 'Type {word} to confirm',
  },
  settings: {
    title: 'Settings',
    done: 'Back to your profile',
    keySection: 'Profile key',
    look: 'Appearance',
    theme: 'Theme',
    themeSystem: 'System',
    themeLight: 'Light',
    themeDark: 'Dark',
    language: 'Language',
    languageSystem: 'System',
    data: 'Your data',
    export: 'Export my data',
    exportHint: 'Saves everything kept about you as a file. The file does not hold your key.',
    exported: 'Your data was saved.',
    remove: 'Remove from this computer',
    removeHint: 'Takes the key off this computer and closes the profile.',
    removeTitle: 'Remove your profile from this computer?',
    removeBodyEmbedded:
      'The key is taken off this computer; the profile stays in the app’s storage, closed. Without the key it cannot be opened again. Copy it first.',
    removeBodyRemote:
      'The key is taken off this computer; the service keeps the profile. Without the key it cannot be opened again. Copy it first.',
    delete: 'Delete my profile',
    deleteHint: 'Deletes the profile and its key for good.',
    deleteTitle: 'Delete your profile for good?',
    deleteBody:
      'The profile, its key and everything kept about it are deleted. This cannot be undone, with the key or without.',
    help: 'Help and about',
    report: 'Copy a report',
    reportHint: 'Versions, states and error codes for support. No key, no name, no file paths.',
    reported: 'The report is on the clipboard.',
    version: 'Mimi Companion {app}',
    runtime: 'Electron {electron}, Chromium {chromium}',
    notAffiliated: 'Not made by or affiliated with Mimi Hearing Technologies.',
    linkGuide: 'The guide this app follows',
    linkNorm: 'The norm behind the estimate, ISO 7029',
  },
  crashed: {
    title: 'This page stopped working',
    body: 'Your profile is safe; only this page is affected. Load it again to go on.',
    reload: 'Load again',
  },
  menu: {
    file: 'File',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    resetZoom: 'Actual size',
    fullScreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimise',
    close: 'Close',
    help: 'Help',
    guide: 'The guide this app follows',
    report: 'Copy a report',
  },
  dialogs: {
    exportTitle: 'Export my data',
    exportFileName: 'my-hearing-profile',
    crashTitle: 'Mimi Companion has stopped',
    crashMessage: 'Your profile and its key are safe on this computer. Restart the app to go on.',
    pageCrashMessage:
      'The page stopped twice in a row. Your profile is safe. Restart the app to go on.',
    restart: 'Restart',
    quit: 'Quit',
    configTitle: 'A setting needs your attention',
    configMessage:
      'The value of {field} cannot be used. Nothing was changed. Put it right, then start again.',
  },
} as const;
