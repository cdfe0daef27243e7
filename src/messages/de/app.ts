import type { Catalogue } from '../catalogue';

/** Words of the frame: menus, dialogs, what every screen shares. */
export const appWords: Pick<Catalogue, 'app' | 'confirm' | 'crashed' | 'menu' | 'dialogs'> = {
  app: {
    name: 'Mimi Companion',
    simulated: 'Testmodus: Störungen der Verbindung werden simuliert',
    restoring: 'Dein Profil wird geöffnet',
    restoringHint: 'Vielleicht bittet dich dein System gerade, den Schlüsselbund zu entsperren.',
    close: 'Hinweis schließen',
    back: 'Zurück',
    cancel: 'Abbrechen',
    continue: 'Weiter',
    tryAgain: 'Noch einmal versuchen',
    cancelled: 'Abgebrochen. Es wurde nichts verändert.',
    retryAfter:
      'In {seconds, plural, one {# Sekunde} other {# Sekunden}} kannst du es wieder versuchen.',
  },
  confirm: {
    delete: 'LÖSCHEN',
    startOver: 'NEU ANFANGEN',
    instruction: 'Gib zur Bestätigung {word} ein',
  },
  crashed: {
    title: 'Diese Seite ist stehen geblieben',
    body: 'Dein Profil ist sicher; nur diese Seite ist betroffen. Lade sie neu, um weiterzumachen.',
    reload: 'Neu laden',
  },
  menu: {
    file: 'Datei',
    quit: 'Beenden',
    edit: 'Bearbeiten',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    view: 'Ansicht',
    zoomIn: 'Größer',
    zoomOut: 'Kleiner',
    resetZoom: 'Originalgröße',
    fullScreen: 'Vollbild',
    window: 'Fenster',
    minimize: 'Minimieren',
    close: 'Schließen',
    help: 'Hilfe',
    guide: 'Die Anleitung, der diese App folgt',
    lab: 'Session Lab',
    report: 'Bericht kopieren',
  },
  dialogs: {
    exportTitle: 'Meine Daten exportieren',
    exportFileName: 'mein-hörprofil',
    kitTitle: 'Wiederherstellungs-Set speichern',
    kitFileName: 'mimi-wiederherstellung',
    openKitTitle: 'Wiederherstellungs-Set öffnen',
    pageTitle: 'Wiederherstellungs-Seite speichern',
    pageFileName: 'mimi-wiederherstellungs-seite',
    openPictureTitle: 'Bild vom Code wählen',
    save: {
      testTitle: 'Diesen Hörtest speichern',
      testFileName: 'hörtest',
      pictureTitle: 'Audiogramm als Bild speichern',
      pictureFileName: 'audiogramm',
      reportTitle: 'Bericht speichern',
      reportFileName: 'hörbericht',
    },
    crashTitle: 'Mimi Companion ist stehen geblieben',
    crashMessage:
      'Dein Profil und sein Schlüssel sind auf diesem Computer sicher. Starte die App neu, um weiterzumachen.',
    pageCrashMessage:
      'Die Seite ist zweimal hintereinander stehen geblieben. Dein Profil ist sicher. Starte die App neu, um weiterzumachen.',
    restart: 'Neu starten',
    quit: 'Beenden',
    brokenTitle: 'Mimi Companion kann nicht starten',
    brokenMessage:
      'Teile der App fehlen oder sind beschädigt. Dein Profil und sein Schlüssel bleiben unberührt. Installiere die App noch einmal.',
    configTitle: 'Eine Einstellung braucht dich',
    configMessage:
      'Der Wert von {field} lässt sich nicht verwenden. Es wurde nichts verändert. Berichtige ihn und starte dann neu.',
  },
};
