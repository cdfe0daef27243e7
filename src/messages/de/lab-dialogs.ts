/** Words main says for the Lab: dialogs, and the window that shows one id. */
export const labDialogWords = {
  labReveal: {
    title: 'Ein Profilschlüssel',
    explanation:
      'Wer diesen Schlüssel hat, ist dieser Nutzer. Esc schließt das Fenster; nach {seconds, plural, one {# Sekunde} other {# Sekunden}} schließt es sich von selbst.',
  },
  labDialogs: {
    exportTitle: 'Satz von IDs exportieren',
    exportFileName: 'session-lab-ids',
    importTitle: 'Satz von IDs importieren',
    plainTitle: 'Diese IDs ungeschützt sichern?',
    plainBody:
      'In der Datei {count, plural, one {steht dann # ID, die} other {stehen dann # IDs, die}} jeder lesen kann. Wer eine ID hat, ist dieser Nutzer. Besser: eine verschlüsselte Datei mit Passphrase.',
    plainSave: 'Ungeschützt sichern',
    cancel: 'Abbrechen',
  },
} as const;
