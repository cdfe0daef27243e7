/** Words of settings, key and recovery kit. */
export const settingsWords = {
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
    removeUnsent:
      '{count, plural, one {# hearing test has} other {# hearing tests have}} not reached the service yet and would be lost. Wait until the service can be reached, then remove the profile.',
    delete: 'Delete my profile',
    deleteHint: 'Deletes the profile and its key for good.',
    deleteTitle: 'Delete your profile for good?',
    deleteBody:
      'The profile, its key and everything kept about it are deleted. This cannot be undone, with the key or without.',
    testing: 'For testers',
    lab: 'Session Lab',
    labOff: 'Off',
    labOn: 'On',
    labHint:
      'A second window for people who test this app: profile keys side by side, every step of the session, and a network that fails on request.',
    labOnHint:
      'Open it with Ctrl+Shift+L (on a Mac with Cmd), or from the Window menu, which Alt shows. Switching it off closes it; the IDs in it stay.',
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
  key: {
    explanation:
      'Your profile key is 36 characters long. Whoever has it can open the profile, so keep it to yourself.',
    copy: 'Copy profile key',
    copied: 'Copied. The key leaves the clipboard after {seconds} seconds.',
    masked: 'Profile key ending in {tail}',
  },
  kit: {
    section: 'Recovery kit',
    save: 'Save a recovery kit',
    open: 'Open a recovery kit',
    none: 'No kit yet',
    noneHint:
      'A file that brings your profile back when this computer is lost. Only your passphrase opens it.',
    made: 'Last kit: {date}',
    madeHint: 'Your newest hearing test is in it.',
    madeHintRemote: 'It opens your profile wherever the app is.',
    outdated: 'It was made before your newest hearing test. Save a new one.',
    openHint:
      'Opens the profile in a kit’s file. The one that is open now stays kept on this computer.',
    reminder:
      'Only this computer can open your profile. With a recovery kit it comes back if the computer is lost.',
    reminderTitle: 'Keep your profile',
    lastStepTitle: 'One last thing: keep your profile',
    lastStep:
      'Only this computer can open it. A recovery kit, as a file or on paper, brings it back if the computer is lost.',
    notNow: 'Not now',
    later: 'Later',
    noReminder: 'Don’t remind me',
    saveTitle: 'Save a recovery kit',
    saveLead:
      'The kit is a file that brings your profile back, with all its hearing tests, on any computer with this app.',
    saveLeadRemote:
      'The kit is a file that brings your profile back on any computer with this app.',
    passphrase: 'Passphrase',
    passphraseHint: 'At least 10 characters; a few words are good.',
    short: '{count, plural, one {# more character} other {# more characters}} to go.',
    fair: 'Fair. Longer is safer.',
    good: 'Good.',
    strong: 'Strong.',
    repeat: 'Repeat the passphrase',
    differs: 'The two are not the same.',
    show: 'Show what I type',
    hide: 'Hide what I type',
    remember:
      'Nobody can look the passphrase up or replace it. Without it the kit does not open, so keep it apart from the file.',
    choosePlace: 'Choose where to save it',
    saving: 'The kit is being made. Encrypting it takes a moment on purpose.',
    saved: 'The recovery kit is saved. Keep it somewhere other than this computer.',
    paperTitle: 'On paper',
    paper:
      'A page with your profile key as text and as a code, to print and put away. Anyone can read it.',
    paperSave: 'Save a page to print',
    paperAskTitle: 'Save a page that is not encrypted?',
    paperAskEmbedded:
      'Whoever sees this page, or the file of it, can open your profile. Print it, put it where you keep your passport, and delete the file. Your hearing tests are not on it: they need the kit as a file.',
    paperAskRemote:
      'Whoever sees this page, or the file of it, can open your profile. Print it, put it where you keep your passport, and delete the file.',
    paperSaved: 'The page is saved. Print it, then delete the file.',
    openTitle: 'Open a recovery kit',
    openLead: 'Choose the file, then give the passphrase it was saved with.',
    chooseFile: 'Choose the file',
    chooseOther: 'Choose another file',
    fileMade: 'Made on {date}',
    restore: 'Open this profile',
    restoring: 'The kit is being opened. Decrypting it takes a moment on purpose.',
    restored: 'Your profile is back.',
    alreadyOpen: 'This profile is open already. Nothing was changed.',
    keptActive:
      'The profile open now, {tail}, stays kept on this computer, and there only: it has no up-to-date recovery kit. Save one first if you want to be sure of it elsewhere too.',
    keptActiveSafe:
      'The profile open now, {tail}, stays kept on this computer. Its recovery kit is up to date.',
    keptSignedOut: 'The profile kept here, {tail}, stays on this computer.',
  },
} as const;
