/** Words main says for the Lab: dialogs, and the window that shows one id. */
export const labDialogWords = {
  labReveal: {
    title: 'One profile key',
    explanation:
      'Whoever has this key is the user. Esc closes this window; after {seconds, plural, one {# second} other {# seconds}} it closes by itself.',
  },
  labDialogs: {
    exportTitle: 'Export the set of IDs',
    exportFileName: 'session-lab-ids',
    importTitle: 'Import a set of IDs',
    plainTitle: 'Save these IDs unprotected?',
    plainBody:
      'The file will hold {count, plural, one {# ID} other {# IDs}} that anybody can read. Whoever has an ID is the user. Better: an encrypted file with a passphrase.',
    plainSave: 'Save unprotected',
    cancel: 'Cancel',
  },
} as const;
