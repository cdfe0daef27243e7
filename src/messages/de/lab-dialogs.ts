/** Words main says for the Lab: dialogs, and the window that shows one id. */
export const labDialogWords = {
  labReveal: {
    title: 'Ein Profilschlüssel',
    explanation:
      'Wer diesen Schlüssel hat, ist dieser Nutzer. Esc schließt das Fenster; nach {seconds, plural, one {# Sekunde} other {# Sekunden}} schließt es sich von selbst.',
  },
  labDialogs: {
    exportTitle: 'Satz von Ids exportieren',
    exportFileName: 'session-lab-ids',
    importTitle: 'Satz von Ids importieren',
    plainTitle: 'Diese Ids ungeschützt sichern?',
    plainBody:
      'In der Datei {count, plural, one {steht dann # Id, die} other {stehen dann # Ids, die}} jeder lesen kann. Wer eine Id hat, ist dieser Nutzer. Besser: eine verschlüsselte Datei mit Passphrase.',
    plainSave: 'Ungeschützt sichern',
    cancel: 'Abbrechen',
  },
} as const;
