import type { Catalogue } from './catalogue';

/** Deutsch, mit „du“. */
export const de: Catalogue = {
  app: {
    name: 'Mimi Companion',
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
  errors: {
    'session/already-started': 'Mimi Companion läuft schon. Nimm das offene Fenster.',
    'session/anonymous-only-required':
      'Diese Ausgabe der App ist nicht dafür eingerichtet, Profile mit ihrem Schlüssel zu öffnen. Es wurde nichts verändert. Sag es bitte der Person, von der du die App hast.',
    'session/invalid-id-format':
      'In der Zwischenablage liegt kein Profilschlüssel. Er hat 36 Zeichen: kleine Buchstaben, Ziffern und vier Bindestriche. Kopiere ihn ganz und füge ihn noch einmal ein.',
    'session/unknown-id':
      'Zu diesem Schlüssel gibt es kein Profil. Es wurde nichts verändert. Prüfe, ob du ihn ganz kopiert hast und ob er von diesem Dienst stammt.',
    'session/user-deleted':
      'Das Profil zu diesem Schlüssel wurde gelöscht. Es lässt sich nicht zurückholen. Du kannst ein neues anlegen.',
    'session/user-disabled':
      'Der Dienst hat dieses Profil vorerst geschlossen. Dein Schlüssel bleibt hier aufbewahrt. Frag bitte die Betreiber des Dienstes.',
    'session/no-user': 'Gerade ist kein Profil geöffnet. Öffne eins oder lege eins an.',
    'session/invariant-violation':
      'Der Dienst hat ein anderes Profil geliefert als das verlangte. Es wurde nichts verändert. Versuch es noch einmal und kopiere einen Bericht, wenn es wieder passiert.',
    'session/storage-blocked':
      'Dein Profilschlüssel lässt sich gerade nicht lesen. Damit nichts verloren geht, wird nichts Neues angelegt. Löse zuerst das, dann geht es weiter.',
    'session/forcibly-logged-out':
      'Der Dienst nimmt dieses Profil nicht mehr an. Dein Schlüssel bleibt hier aufbewahrt. Versuche, das Profil noch einmal zu öffnen.',
    'session/superseded': 'Ein neuerer Schritt hat diesen abgelöst. Es ist nichts verloren.',
    'session/cancelled': 'Abgebrochen. Es wurde nichts verändert.',
    'session/disposed': 'Die App wird gerade beendet. Starte sie neu, um weiterzumachen.',
    'service/offline':
      'Der Dienst ist nicht zu erreichen. Dein Profil bleibt, wie es ist. Prüfe die Verbindung und versuch es noch einmal.',
    'service/timeout':
      'Der Dienst hat nicht rechtzeitig geantwortet. Dein Profil bleibt, wie es ist. Versuch es gleich noch einmal.',
    'service/rate-limited':
      'Der Dienst wird gerade zu oft gefragt. Dein Profil bleibt, wie es ist. Warte ein wenig und versuch es dann noch einmal.',
    'service/unavailable':
      'Der Dienst hat selbst ein Problem. Dein Profil bleibt, wie es ist. Versuch es in ein paar Minuten noch einmal.',
    'service/bad-response':
      'Statt des Dienstes hat etwas anderes geantwortet, vielleicht die Startseite eines WLANs. Dein Profil bleibt, wie es ist. Prüfe die Verbindung und versuch es noch einmal.',
    'service/misconfigured':
      'Der Dienst nimmt diese Ausgabe der App nicht an. Dein Profil bleibt, wie es ist. Ihre Einstellungen müssen berichtigt werden.',
    'service/invalid-request':
      'Der Dienst hat diesen Schritt nicht verstanden. Dein Profil bleibt, wie es ist. Kopiere bitte einen Bericht für die Betreiber.',
    'service/conflict':
      'Beim Dienst steht zu diesem Schlüssel etwas anderes. Es wurde nichts verändert. Versuch es bitte noch einmal.',
    'service/data-unreadable':
      'Die Profildaten auf diesem Computer lassen sich nicht lesen. Dein Schlüssel ist sicher. Versuch es noch einmal und kopiere einen Bericht, wenn es so bleibt.',
    'secrets/locked':
      'Dein Schlüsselbund ist gesperrt, darum lässt sich dein Profilschlüssel nicht lesen. Er ist noch da. Entsperre den Schlüsselbund und starte die App neu.',
    'secrets/unreadable':
      'Die Datei mit deinem Profilschlüssel lässt sich nicht lesen. Es wurde nichts verändert und nichts gelöscht. Versuch es noch einmal, oder nimm deinen Schlüssel, falls du ihn woanders hast.',
    'secrets/newer-version':
      'Dein Profilschlüssel wurde von einer neueren Version dieser App gespeichert. Er ist noch da. Öffne ihn mit jener Version.',
    'secrets/write-failed':
      'Das ließ sich auf diesem Computer nicht speichern. Was vorher da war, ist unverändert. Prüfe, ob die Festplatte voll ist, und versuch es noch einmal.',
    'secrets/no-keyring':
      'Dieser Computer hat keinen Schlüsselbund, der deinen Profilschlüssel schützt. Er bleibt nur, bis du die App schließt. Kopiere ihn jetzt oder bewahre ihn schwächer geschützt auf.',
    'input/year-out-of-range': 'Gib bitte dein Geburtsjahr mit vier Ziffern an.',
    'input/too-young': 'Mimi Companion ist für Menschen ab 18. Es wurde nichts gespeichert.',
    'input/confirmation-mismatch': 'Das Wort stimmt nicht überein. Es wurde nichts verändert.',
    'ipc/untrusted-sender':
      'Die App hat diesen Schritt abgelehnt. Es wurde nichts verändert. Starte die App neu.',
    'ipc/invalid-input': 'Die App hat diesen Schritt nicht verstanden. Es wurde nichts verändert.',
    'ipc/internal':
      'In der App hat etwas nicht geklappt. Dein Profil bleibt, wie es ist. Versuch es noch einmal und kopiere einen Bericht, wenn es wieder passiert.',
    'app/file-not-written':
      'Die Datei ließ sich nicht schreiben. Wähle einen anderen Ordner oder prüfe, ob die Festplatte voll ist.',
    'config/invalid':
      'In der Einstellungsdatei dieser App steht ein Wert, mit dem sie nichts anfangen kann. Es wurde nichts verändert. Berichtige ihn und starte dann neu.',
  },
  key: {
    explanation:
      'Dein Profilschlüssel hat 36 Zeichen. Wer ihn hat, kann das Profil öffnen, also behalte ihn für dich.',
    copy: 'Profilschlüssel kopieren',
    copied: 'Kopiert. Nach {seconds} Sekunden verschwindet er wieder aus der Zwischenablage.',
    masked: 'Profilschlüssel, endet auf {tail}',
  },
  welcome: {
    title: 'Hör es auf deine Art',
    lead: 'Leg dir ein Hörprofil für deine Kopfhörer an. Kein Name, keine E-Mail: Ein Schlüssel, der auf diesem Computer bleibt, öffnet es.',
    titleKept: 'Schön, dass du wieder da bist',
    leadKept: 'Auf diesem Computer liegt ein Profil.',
    make: 'Profil anlegen',
    makeNew: 'Neues Profil anlegen',
    open: 'Profil öffnen',
    have: 'Ich habe schon ein Profil',
  },
  reasons: {
    'by-person': 'Du hast dein Profil geschlossen. Es ist noch da, und sein Schlüssel auch.',
    'user-unknown':
      'Der Dienst kennt dein Profil nicht mehr. Sein Schlüssel bleibt hier aufbewahrt. Versuche, es noch einmal zu öffnen, oder lege ein neues an.',
    'user-deleted':
      'Dein Profil wurde gelöscht, hier oder auf einem anderen Gerät. Es lässt sich nicht zurückholen. Du kannst ein neues anlegen.',
    'user-disabled':
      'Der Dienst hat dein Profil vorerst geschlossen. Sein Schlüssel bleibt hier aufbewahrt. Frag die Betreiber des Dienstes und öffne es dann wieder.',
  },
  kept: {
    title: 'Was aufbewahrt wird, und wo',
    keyTitle: 'Ein Schlüssel, nur für dich',
    keyKeyring:
      'Er hat 36 Zeichen und öffnet dein Profil. Auf diesem Computer schützt ihn der Schlüsselbund deines Systems.',
    keyFile:
      'Er hat 36 Zeichen und öffnet dein Profil. Er liegt verschlüsselt auf diesem Computer, das Gegenstück in einer Datei daneben.',
    keyMemory:
      'Er hat 36 Zeichen und öffnet dein Profil. Dieser Computer kann ihn noch nicht schützen, darum bieten wir dir eine Kopie an.',
    profileTitle: 'Dein Profil',
    profileEmbedded:
      'Dein Geburtsjahr und was sich daraus ergibt. Dein Profil bleibt auf diesem Computer.',
    profileRemote: 'Dein Geburtsjahr und was sich daraus ergibt. Dein Profil liegt bei {host}.',
    nothingTitle: 'Sonst nichts',
    nothingEmbedded: 'Kein Name, keine E-Mail, keine Statistik. Nichts verlässt diesen Computer.',
    nothingRemote:
      'Kein Name, keine E-Mail, keine Statistik. Nichts geht woandershin als zu {host}.',
    remember:
      'Wer den Schlüssel hat, kann das Profil öffnen, also behalte ihn für dich. Geht er verloren, lässt sich das Profil nicht mehr öffnen.',
  },
  year: {
    title: 'Wann bist du geboren?',
    lead: 'Das Jahr genügt. Das Hören verändert sich mit dem Alter, und so bekommt dein Profil eine erste Form.',
    label: 'Geburtsjahr',
    hint: 'Vier Ziffern, zum Beispiel 1984',
    outOfRange: 'Gib bitte ein Jahr zwischen {min} und {max} an.',
    create: 'Profil anlegen',
    submit: 'Geburtsjahr speichern',
    resumed:
      'Dein Profil wurde begonnen, aber nicht fertig. Bestätige das Jahr, dann geht es mit demselben weiter.',
  },
  tooYoung: {
    title: 'Noch ein wenig früh',
    body: 'Mimi Companion ist für Menschen ab 18 gemacht. Es wurde nichts angelegt und nichts gespeichert.',
    bodyActive: 'Mimi Companion ist für Menschen ab 18 gemacht. Das Jahr wurde nicht gespeichert.',
    advice:
      'Wenn dich Zuhören einmal anstrengt oder stört, sprich mit jemandem darüber, dem du vertraust.',
    back: 'Jahr ändern',
  },
  paste: {
    title: 'Ein Profil öffnen, das du schon hast',
    lead: 'Kopiere deinen Profilschlüssel dort, wo du ihn aufbewahrst: 36 Zeichen, kleine Buchstaben, Ziffern und Bindestriche. Füge ihn dann hier ein.',
    private:
      'Der Schlüssel geht geradewegs aus der Zwischenablage in sichere Verwahrung und wird auf dieser Seite nie gezeigt.',
    button: 'Profilschlüssel einfügen',
    pending: 'Dein Profil wird gesucht',
    skipped:
      'Die Zwischenablage ist leer, darum wurde nichts geöffnet. Kopiere deinen Profilschlüssel und füge ihn dann ein.',
  },
  profile: {
    title: 'Dein Hörprofil',
    basis:
      'Eine Schätzung aus deinem Geburtsjahr {year}: der Median für Menschen dieses Alters. Deine Ohren wurden dafür nicht gemessen.',
    waiting: 'Dein Profil ist unterwegs.',
    none: 'Es gibt noch nichts zu zeichnen. Versuch es gleich noch einmal.',
    settings: 'Einstellungen',
    right: 'Rechtes Ohr',
    left: 'Linkes Ohr',
    reference: 'Median mit 18',
    low: 'Tiefe Töne',
    high: 'Hohe Töne',
    width: 'Je breiter das Band, desto leisere Töne hörst du vermutlich noch.',
    ribbon:
      'Zwei Bänder von tiefen zu hohen Tönen, oben das rechte Ohr, unten das linke. Bei 1 kHz liegt die Schätzung bei {mid} Dezibel, bei 8 kHz bei {high} Dezibel; 0 ist der Median mit 18.',
    numbers: 'Zahlen zeigen',
    numbersCaption:
      'Geschätzte Hörschwelle in Dezibel (dB HL). 0 ist der Median mit 18; höher heißt, ein Ton muss lauter sein.',
    frequency: 'Tonhöhe in Hertz',
  },
  status: {
    label: 'Wo dein Profil ist',
    keyring: 'Schlüssel vom System geschützt',
    keyFile: 'Schlüssel schwächer geschützt',
    memory: 'Schlüssel bleibt bis zum Schließen',
    embedded: 'Profil bleibt auf diesem Computer',
    remote: 'Profil liegt bei {host}',
    trouble: 'Dienst gerade nicht nutzbar',
    stored: 'Letzter bekannter Stand',
  },
  storage: {
    title: 'Dein Schlüssel ist noch nicht gespeichert',
    weaker: 'Schwächer geschützt aufbewahren',
    weakerTitle: 'Den Schlüssel schwächer geschützt aufbewahren?',
    weakerBody:
      'Der Schlüssel wird verschlüsselt auf diesem Computer gespeichert, das Gegenstück in einer Datei daneben. Andere, die diesen Computer nutzen, können ihn nicht lesen; ein Programm, das du startest, könnte es. Sobald es einen Schlüsselbund gibt, wird der Schutz von selbst stärker.',
    weakerConfirm: 'So aufbewahren',
    weakerDone: 'Dein Schlüssel liegt jetzt auf diesem Computer.',
  },
  notices: {
    'preferences-reset':
      'Deine Einstellungen ließen sich nicht lesen, darum sind Darstellung und Sprache wie am Anfang. Dein Profil ist davon nicht berührt.',
    'profile-removed':
      'Dein Profil wurde von diesem Computer entfernt. Mit seinem Schlüssel kannst du es wieder öffnen. Ein kopierter Schlüssel bleibt in der Zwischenablage: Bewahre ihn sicher auf.',
    'profile-deleted': 'Dein Profil wurde gelöscht.',
    'page-reloaded':
      'Diese Seite ist stehen geblieben und wurde neu geladen. Es ist nichts verloren.',
    'secrets-restored-from-copy':
      'Die Datei mit deinem Profilschlüssel war beschädigt, darum wurde ihre Kopie genommen. Es ist nichts verloren.',
    'service-data-restored-from-copy':
      'Die Profildaten auf diesem Computer waren beschädigt, darum wurde ihre Kopie genommen. Schau bitte nach, ob dein Profil stimmt.',
  },
  blocked: {
    lockedTitle: 'Dein Schlüsselbund ist gesperrt',
    locked:
      'Dein Profilschlüssel ist sicher, aber die App kann ihn nicht lesen. Entsperre deinen Schlüsselbund und starte neu.',
    restart: 'Neu starten',
    unreadableTitle: 'Dein Profilschlüssel lässt sich nicht lesen',
    unreadable:
      'Die Datei ist da, und es wurde nichts verändert. Versuch es noch einmal, öffne dein Profil mit seinem Schlüssel oder fang neu an.',
    startOver: 'Neu anfangen',
    startOverTitle: 'Ohne dieses Profil anfangen?',
    startOverBody:
      'Die Datei wird beiseitegelegt und bleibt erhalten, und die App startet wie neu. Wenn du den Profilschlüssel nicht woanders hast, lässt sich dieses Profil dann nicht mehr öffnen.',
    newerTitle: 'Hier war eine neuere Version',
    newer:
      'Dein Profilschlüssel wurde von einer neueren Version von Mimi Companion gespeichert. Er ist sicher. Öffne ihn mit jener Version.',
  },
  confirm: {
    delete: 'LÖSCHEN',
    startOver: 'NEU ANFANGEN',
    instruction: 'Gib zur Bestätigung {word} ein',
  },
  settings: {
    title: 'Einstellungen',
    done: 'Zurück zu deinem Profil',
    keySection: 'Profilschlüssel',
    look: 'Darstellung',
    theme: 'Farben',
    themeSystem: 'System',
    themeLight: 'Hell',
    themeDark: 'Dunkel',
    language: 'Sprache',
    languageSystem: 'System',
    data: 'Deine Daten',
    export: 'Meine Daten exportieren',
    exportHint:
      'Speichert alles, was über dich aufbewahrt wird, in einer Datei. Dein Schlüssel steht nicht darin.',
    exported: 'Deine Daten sind gespeichert.',
    remove: 'Von diesem Computer entfernen',
    removeHint: 'Entfernt den Schlüssel von diesem Computer und schließt das Profil.',
    removeTitle: 'Dein Profil von diesem Computer entfernen?',
    removeBodyEmbedded:
      'Der Schlüssel wird von diesem Computer entfernt; das Profil bleibt verschlossen im Speicher der App. Ohne den Schlüssel lässt es sich nicht mehr öffnen. Kopiere ihn vorher.',
    removeBodyRemote:
      'Der Schlüssel wird von diesem Computer entfernt; der Dienst behält das Profil. Ohne den Schlüssel lässt es sich nicht mehr öffnen. Kopiere ihn vorher.',
    delete: 'Mein Profil löschen',
    deleteHint: 'Löscht das Profil und seinen Schlüssel endgültig.',
    deleteTitle: 'Dein Profil endgültig löschen?',
    deleteBody:
      'Das Profil, sein Schlüssel und alles, was darüber gespeichert ist, werden gelöscht. Das lässt sich nicht rückgängig machen, auch nicht mit dem Schlüssel.',
    help: 'Hilfe und Info',
    report: 'Bericht kopieren',
    reportHint:
      'Versionen, Zustände und Fehlercodes für den Support. Kein Schlüssel, kein Name, keine Dateipfade.',
    reported: 'Der Bericht liegt in der Zwischenablage.',
    version: 'Mimi Companion {app}',
    runtime: 'Electron {electron}, Chromium {chromium}',
    notAffiliated: 'Nicht von Mimi Hearing Technologies und nicht mit dem Unternehmen verbunden.',
    linkGuide: 'Die Anleitung, der diese App folgt',
    linkNorm: 'Die Norm hinter der Schätzung, ISO 7029',
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
    report: 'Bericht kopieren',
  },
  dialogs: {
    exportTitle: 'Meine Daten exportieren',
    exportFileName: 'mein-hörprofil',
    crashTitle: 'Mimi Companion ist stehen geblieben',
    crashMessage:
      'Dein Profil und sein Schlüssel sind auf diesem Computer sicher. Starte die App neu, um weiterzumachen.',
    pageCrashMessage:
      'Die Seite ist zweimal hintereinander stehen geblieben. Dein Profil ist sicher. Starte die App neu, um weiterzumachen.',
    restart: 'Neu starten',
    quit: 'Beenden',
    configTitle: 'Eine Einstellung braucht dich',
    configMessage:
      'Der Wert von {field} lässt sich nicht verwenden. Es wurde nichts verändert. Berichtige ihn und starte dann neu.',
  },
};
