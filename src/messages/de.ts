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
    'tests/unknown-test': 'Dieser Hörtest ist nicht mehr gespeichert. Es wurde nichts geändert.',
    'tests/none-unfinished':
      'Es gibt keinen angefangenen Test, der weitergehen könnte. Beginne einen neuen.',
    'tests/none-running':
      'Es läuft gerade kein Hörtest. Beginne einen oder mach mit dem angefangenen weiter.',
    'tests/stale-answer': 'Diese Antwort kam zu spät und zählt nicht. Mach einfach weiter.',
    'tests/too-soft':
      'Bei dieser Lautstärke sind die Kopfhörer zu leise für einen Test. Es wurde keiner begonnen. Stell die Lautstärke deines Systems höher und finde noch einmal die angenehme, oder nimm andere Kopfhörer.',
    'tests/no-year-of-birth': 'Dein Geburtsjahr fehlt noch. Gib es zuerst an, dann geht es weiter.',
    'kit/passphrase-too-short':
      'Eine Passphrase braucht mindestens 10 Zeichen. Es wurde nichts gespeichert.',
    'kit/wrong-passphrase':
      'Das Wiederherstellungs-Set öffnet sich nicht: Die Passphrase ist eine andere, oder die Datei wurde seitdem verändert. Hier bleibt alles, wie es ist. Prüfe die Passphrase und versuch es noch einmal.',
    'kit/damaged':
      'Dieses Wiederherstellungs-Set ist beschädigt oder unvollständig und lässt sich nicht öffnen. Hier bleibt alles, wie es ist. Nimm eine andere Kopie, wenn du eine hast.',
    'kit/not-a-kit':
      'Diese Datei ist kein Wiederherstellungs-Set. Es wurde nichts verändert. Wähle eine andere Datei.',
    'kit/newer-version':
      'Dieses Wiederherstellungs-Set stammt aus einer neueren Version der App. Es wurde nichts verändert. Öffne es mit dieser Version.',
    'kit/too-large':
      'Das ist zu groß für ein Wiederherstellungs-Set, das höchstens 32 MB hat. Es wurde nichts verändert.',
    'kit/other-service':
      'Das Profil in diesem Set gehört zu einem anderen Dienst als dem, den diese App benutzt. Es wurde nichts verändert. Öffne es in der App, mit der es gespeichert wurde.',
    'kit/none-chosen': 'Es ist kein Wiederherstellungs-Set ausgewählt. Wähle zuerst die Datei.',
    'kit/file-not-read':
      'Die Datei ließ sich nicht lesen. Es wurde nichts verändert. Prüfe, ob sie noch da ist und ob du sie öffnen darfst.',
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
    orKit: 'Oder hol es aus dem Wiederherstellungs-Set zurück, das du gespeichert hast.',
    pending: 'Dein Profil wird gesucht',
    skipped:
      'Die Zwischenablage ist leer, darum wurde nichts geöffnet. Kopiere deinen Profilschlüssel und füge ihn dann ein.',
  },
  kit: {
    section: 'Wiederherstellungs-Set',
    save: 'Wiederherstellungs-Set speichern',
    open: 'Wiederherstellungs-Set öffnen',
    none: 'Noch kein Set',
    noneHint:
      'Eine Datei, die dein Profil zurückbringt, wenn dieser Computer verloren geht. Nur deine Passphrase öffnet sie.',
    made: 'Letztes Set: {date}',
    madeHint: 'Dein neuester Hörtest ist darin.',
    madeHintRemote: 'Es öffnet dein Profil überall, wo es diese App gibt.',
    outdated: 'Es ist älter als dein neuester Hörtest. Speichere ein neues.',
    openHint: 'Das Profil, das gerade offen ist, bleibt auf diesem Computer aufbewahrt.',
    reminder:
      'Nur dieser Computer kann dein Profil öffnen. Mit einem Wiederherstellungs-Set kommt es zurück, auch wenn er verloren geht.',
    noReminder: 'Nicht mehr erinnern',
    saveTitle: 'Wiederherstellungs-Set speichern',
    saveLead:
      'Das Set ist eine Datei, die dein Profil mit allen Hörtests zurückbringt, auf jedem Computer mit dieser App.',
    saveLeadRemote:
      'Das Set ist eine Datei, die dein Profil auf jedem Computer mit dieser App zurückbringt.',
    passphrase: 'Passphrase',
    passphraseHint: 'Mindestens 10 Zeichen. Gut sind ein paar Wörter, die du dir merken kannst.',
    short: 'Noch {count, plural, one {# Zeichen} other {# Zeichen}}.',
    fair: 'Geht. Länger ist sicherer.',
    good: 'Gut.',
    strong: 'Stark.',
    repeat: 'Passphrase wiederholen',
    differs: 'Die beiden sind nicht gleich.',
    show: 'Eingabe zeigen',
    hide: 'Eingabe verbergen',
    remember:
      'Niemand kann die Passphrase nachschlagen oder ersetzen. Ohne sie öffnet sich das Set nicht, also bewahre sie getrennt von der Datei auf.',
    choosePlace: 'Speicherort wählen',
    saving: 'Das Set wird gemacht. Das Verschlüsseln dauert mit Absicht einen Moment.',
    saved:
      'Das Wiederherstellungs-Set ist gespeichert. Bewahre es anderswo auf als auf diesem Computer.',
    openTitle: 'Wiederherstellungs-Set öffnen',
    openLead: 'Wähle die Datei und gib dann ihre Passphrase ein.',
    chooseFile: 'Datei wählen',
    chooseOther: 'Andere Datei wählen',
    fileMade: 'Vom {date}',
    restore: 'Dieses Profil öffnen',
    restoring: 'Das Set wird geöffnet. Das Entschlüsseln dauert mit Absicht einen Moment.',
    restored: 'Dein Profil ist wieder da.',
    alreadyOpen: 'Das Profil aus diesem Set ist schon offen. Es wurde nichts verändert.',
    keptActive:
      'Das Profil, das gerade offen ist, {tail}, bleibt auf diesem Computer aufbewahrt. Speichere zuerst ein Set davon, wenn du es auch anderswo sicher haben willst.',
    keptSignedOut: 'Das Profil, das hier aufbewahrt wird, {tail}, bleibt auf diesem Computer.',
  },
  profile: {
    title: 'Dein Hörprofil',
    basis:
      'Eine Schätzung aus deinem Geburtsjahr {year}: der Median für Menschen dieses Alters. Deine Ohren wurden dafür nicht gemessen.',
    basisTest: 'Gemessen mit dem Hörtest am {date}.',
    basisImport:
      'Aus dem Audiogramm, das du am {date} mitgebracht hast, wie es anderswo gemessen wurde.',
    tierA: 'Die Pegel sind so genau wie die Messung deiner Kopfhörer.',
    tierB:
      'Die Pegel können um etwa 10 dB danebenliegen, weil die Lautstärke nach Gehör eingestellt wurde.',
    tierC:
      'Auf die Form ist Verlass; genaue Pegel bleiben offen, weil deine Kopfhörer nicht bekannt sind.',
    showAudiogram: 'Audiogramm zeigen',
    measure: 'Dein Gehör messen',
    again: 'Noch einmal messen',
    waiting: 'Dein Profil ist unterwegs.',
    none: 'Es gibt noch nichts zu zeichnen. Versuch es gleich noch einmal.',
    settings: 'Einstellungen',
    right: 'Rechtes Ohr',
    left: 'Linkes Ohr',
    reference: 'Median mit 18',
    low: 'Tiefe Töne',
    high: 'Hohe Töne',
    width: 'Je breiter das Band, desto leisere Töne hörst du vermutlich noch.',
    widthMeasured: 'Je breiter das Band, desto leisere Töne hörst du.',
    ribbonMeasured:
      'Zwei Bänder von tiefen zu hohen Tönen, oben das rechte Ohr, unten das linke. Bei 1 kHz liegt das rechte Ohr bei {rightMid} Dezibel und das linke bei {leftMid}, bei 8 kHz das rechte bei {rightHigh} und das linke bei {leftHigh}; 0 ist der Median mit 18.',
    ribbon:
      'Zwei Bänder von tiefen zu hohen Tönen, oben das rechte Ohr, unten das linke. Bei 1 kHz liegt die Schätzung bei {mid} Dezibel, bei 8 kHz bei {high} Dezibel; 0 ist der Median mit 18.',
    numbers: 'Zahlen zeigen',
    numbersCaption:
      'Geschätzte Hörschwelle in Dezibel (dB HL). 0 ist der Median mit 18; höher heißt, ein Ton muss lauter sein.',
    numbersCaptionMeasured:
      'Hörschwelle in Dezibel (dB HL). 0 ist der Median mit 18; höher heißt, ein Ton muss lauter sein.',
    frequency: 'Tonhöhe in Hertz',
  },
  choose: {
    title: 'Womit soll dein Profil beginnen?',
    lead: 'Was du auch nimmst: Du kannst es später ändern oder wiederholen.',
    titleAgain: 'Neu messen oder ein Audiogramm mitbringen',
    leadAgain: 'Dein Profil folgt dann dem neuesten. Frühere bleiben aufbewahrt.',
    recommended: 'Empfohlen',
    test: 'Hörtest machen',
    testLine:
      'Etwa 4 Minuten, mit Kopfhörern und an einem ruhigen Ort. Du drückst, sobald du einen Ton hörst.',
    bring: 'Audiogramm mitbringen',
    bringLine: 'Eins, das anderswo gemessen wurde, eingetippt oder aus einer Datei.',
    estimate: 'Nach meinem Alter schätzen',
    estimateLine:
      'Sofort: der Median für Menschen deines Alters. Deine Ohren werden nicht gemessen.',
    unfinishedTitle: 'Dein Hörtest ist noch nicht fertig',
    unfinished: 'Am {date} begonnen, {percent} % geschafft. Deine Antworten sind aufbewahrt.',
    goOn: 'Mit dem Test weitermachen',
    discard: 'Verwerfen',
  },
  preflight: {
    step: 'Schritt {number} von {count}',
    leave: 'Test verlassen',
    advanced: 'Für Fortgeschrittene',
    choose: 'Bitte wählen',
    headphonesTitle: 'Womit hörst du?',
    headphonesLead:
      'Setz deine Kopfhörer auf. Je besser sie bekannt sind, desto genauer kann das Ergebnis werden.',
    kind: {
      unknown: 'Andere Kopfhörer, oder ich weiß es nicht',
      model: 'Eins der Modelle mit veröffentlichten Werten',
      'response-file': 'Ich habe eine Datei mit ihrem Frequenzgang',
      measured: 'Ich habe ihren Pegel gemessen',
    },
    means: {
      unknown:
        'Das Ergebnis zeigt die Form deines Hörens: welche Töne du leichter hörst und welche schwerer. Genaue Pegel bleiben offen.',
      model:
        'Das Ergebnis hat auch Pegel. Sie können um etwa 10 dB danebenliegen, weil du die Lautstärke nach Gehör einstellst; die Form ist genauer.',
      'response-file':
        'Das Ergebnis hat auch Pegel, soweit die Datei zu deinem Paar passt. Sie können um etwa 10 dB danebenliegen, weil du die Lautstärke nach Gehör einstellst.',
      measured: 'Die Pegel sind so genau wie deine Messung.',
    },
    model: 'Modell',
    models: {
      'sennheiser-hda-200': 'Sennheiser HDA 200',
      'sennheiser-hda-280': 'Sennheiser HDA 280',
      'sennheiser-hd-300': 'Sennheiser HD 300',
      'sennheiser-hd-400s': 'Sennheiser HD 400S',
      'radioear-dd450': 'RadioEar DD450',
      'radioear-dd65-v2': 'RadioEar DD65 v2',
      'etymotic-er-3a': 'Etymotic ER-3A',
      'telephonics-tdh-39': 'Telephonics TDH-39',
    },
    coupler: 'Kuppler oder Ohrsimulator',
    couplers: {
      'tdh39-iec-60318-3': 'TDH39 auf IEC 60318-3',
      'supra-aural-iec-60318-1': 'Ohraufliegend auf IEC 60318-1',
      'hda200-iec-60318-1': 'HDA 200 auf IEC 60318-1',
      'hda280-iec-60318-3': 'HDA 280 auf IEC 60318-3',
      'insert-iec-711': 'Im Ohr auf IEC 60318-4 (711)',
      'insert-ha2': 'Im Ohr auf HA-2, 2 cm³',
      'insert-ha1': 'Im Ohr auf HA-1, 2 cm³',
    },
    fullScale: 'dB SPL eines voll ausgesteuerten Sinus bei 1 kHz',
    fullScaleHint: 'Zwischen {min} und {max}, bei der Lautstärke, die du jetzt nimmst',
    name: 'Name der Kopfhörer',
    fit: 'Sie sitzen',
    overEar: 'Auf oder über dem Ohr',
    inEar: 'Im Ohr',
    chooseFile: 'Datei wählen',
    fileHint: 'CSV mit Frequenz in Hertz und Pegel in Dezibel, an einem Ohrsimulator gemessen.',
    fileRead: '{count, plural, one {# Punkt} other {# Punkte}} gelesen.',
    fileRefused: 'So geht es mit dieser Datei nicht.',
    fileFaults: {
      'not-two-numbers': 'Hier lassen sich nicht Frequenz und Pegel lesen.',
      'out-of-range':
        'So misst kein Kopfhörer: Frequenzen gehen von 1 bis 96.000 Hz, Pegel von -200 bis 200 dB.',
      'not-ascending': 'Diese Frequenz liegt nicht über der davor.',
      'no-columns': 'Spalten mit Frequenz und Pegel fehlen. Jede Zeile braucht von beidem eines.',
      'too-many-points': 'Sie hat mehr als 5.000 Punkte. Nimm eine mit weniger.',
      'range-not-covered': 'Sie muss von 250 bis 8.000 Hz reichen.',
      implausible:
        'Ihre Pegel weichen mehr als 30 dB von dem bei 1.000 Hz ab. Ist es der Frequenzgang selbst und keine andere Spalte?',
    },
    output: 'Der Ton geht an',
    outputUnknown: 'die Ausgabe, die dein System gewählt hat',
    channels: '{count, plural, one {# Kanal} other {# Kanäle}}',
    rate: '{rate, number} kHz',
    effects:
      'Schalte bitte Mono-Ton, Raumklang und Klangverbesserungen in den Systemeinstellungen aus.',
    mono: 'Diese Ausgabe hat nur einen Kanal, darum lassen sich die Ohren nicht unterscheiden. Wähle in den Systemeinstellungen eine andere.',
    volumeTitle: 'Finde eine angenehme Lautstärke',
    volumeLead:
      'Du hörst ein Murmeln wie von einer Stimme. Stell es so ein, dass es klingt, als spräche jemand aus 1 Meter Abstand mit dir.',
    volumeMeasured:
      'Stell die Lautstärke deines Systems so ein wie bei deiner Messung. Ab jetzt muss sie dort bleiben.',
    playNoise: 'Murmeln abspielen',
    stopNoise: 'Anhalten',
    loudness: 'Lautstärke',
    softer: 'Leiser',
    louder: 'Lauter',
    volumeHigh:
      'Dein System ist laut eingestellt, darum können die leisesten Töne in seinem Rauschen untergehen. Stell es etwas leiser und such diese Lautstärke noch einmal.',
    volumeLow:
      'Dein System ist leise eingestellt, darum kommen laute Töne vielleicht nicht heraus. Stell es etwas lauter und such diese Lautstärke noch einmal.',
    volumeHeld:
      'Während des Tests hält die App die Lautstärke, wo sie ist. Wird sie verstellt, wartet der Test.',
    volumeFree: 'Lass die Lautstärke ab jetzt bitte so, bis der Test vorbei ist.',
    left: 'Links',
    right: 'Rechts',
    again: 'Noch einmal',
    repeat: 'Wiederholen',
    sidesTitle: 'In welchem Ohr hörst du es?',
    sidesLead:
      'Es folgen vier kurze Geräusche, jedes in einem Ohr. Sag mit den Knöpfen oder den Pfeiltasten, wo du es hörst.',
    sidesCount: 'Geräusch {number} von {count}',
    playSides: 'Erstes Geräusch abspielen',
    sides: {
      right: 'Links ist links, und rechts ist rechts.',
      turned:
        'Deine Kopfhörer sitzen andersherum. Dreh sie, sodass links und rechts tauschen, und mach das hier noch einmal.',
      mixed:
        'Nicht alle Antworten passen. Prüfe, ob beide Seiten zu hören sind und Mono-Ton aus ist, und mach das hier noch einmal.',
    },
    sealTitle: 'Sitzen sie gut?',
    sealLead:
      'Tiefe Töne entweichen durch den kleinsten Spalt. Zwei kurze Proben zeigen, ob es einen gibt.',
    heard: 'Gehört habe ich',
    seal: {
      ask: 'Erst im rechten Ohr, dann im linken: ein tiefer Ton und danach ein höherer.',
      play: 'Beide Töne abspielen',
      good: 'Beide etwa gleich',
      bad: 'Den tiefen kaum',
      advice:
        'Da ist vermutlich ein Spalt. Schieb Haare und Brille beiseite, drück die Polster an oder nimm eine andere Größe, und spiel es noch einmal ab. Du kannst auch so weitermachen.',
    },
    leak: {
      ask: 'Jetzt ein Ton, nur für das rechte Ohr.',
      play: 'Ton abspielen',
      good: 'Im rechten Ohr',
      bad: 'In beiden Ohren',
      advice:
        'Ein Teil des Tons kommt im anderen Ohr an. Prüfe, ob ein Lautsprecher mitspielt und ob beide Seiten dicht sitzen, und spiel ihn noch einmal ab. Du kannst auch so weitermachen.',
    },
    roomTitle: 'Ist es ruhig genug?',
    roomLead:
      'Wenn du magst, hört das Mikrofon fünf Sekunden in den Raum und dann während des Tests. Ein Ton, in den ein Geräusch fällt, kommt noch einmal.',
    listen: 'In den Raum hören',
    listening: 'Es wird gehört. Bleib bitte fünf Sekunden still.',
    skip: 'Ohne weitermachen',
    room: {
      low: 'Dein Raum ist ruhig. So ist es genau richtig.',
      medium:
        'Es gibt etwas Geräusch. Schließ das Fenster oder schalte einen Lüfter aus, wenn es geht.',
      high: 'Dein Raum ist laut. Leise tiefe Töne können dir entgehen; an einem ruhigeren Ort wird das Ergebnis besser.',
    },
    roomRefused:
      'Das Mikrofon lässt sich nicht nutzen. Das macht nichts: Mach ohne weiter, an einem möglichst ruhigen Ort.',
    roomPrivate:
      'Es wird nichts aufgenommen. Vielleicht fragt dein System, ob die App das Mikrofon nutzen darf.',
    earTitle: 'Welches Ohr hört besser?',
    earLead: 'Mit ihm beginnt der Test, weil es sich dort leichter lernt.',
    betterEar: 'Besseres Ohr',
    noDifference: 'Kein Unterschied',
    engine: 'Verfahren',
    engineUsual: 'Adaptiv',
    engineClassic: 'Klassisch',
    engineHint:
      'Adaptiv dauert etwa 4 Minuten. Klassisch folgt Hughson und Westlake, wie in vielen Praxen, und dauert etwa 7.',
    howTitle: 'So geht es',
    howLead: 'Du hörst leise Töne, erst in einem Ohr, dann im anderen.',
    howSoft: 'Drück, sobald du einen Ton hörst, auch wenn er sehr leise ist. Drück nur dann.',
    howKeys: 'Nimm den großen Knopf, die Leertaste oder die Eingabetaste, ganz wie du magst.',
    howStop:
      'Esc schaltet den Ton sofort ab. Du kannst jederzeit Pause machen; nichts geht verloren.',
    start: 'Test beginnen',
    goOn: 'Mit dem Test weitermachen',
  },
  test: {
    title: 'Drück, wenn du einen Ton hörst',
    titleStopped: 'Der Test macht Pause',
    hear: 'Ich höre ihn',
    pause: 'Pause',
    goOn: 'Weitermachen',
    leave: 'Für jetzt aufhören',
    escape: 'Esc schaltet den Ton sofort ab.',
    progress: '{ear}, {percent} %',
    started: 'Der Test läuft.',
    half: 'Die Hälfte des Tests ist geschafft.',
    saving: 'Dein Test wird gerade aufbewahrt.',
    noSound:
      'Es kommt kein Ton zustande. Prüfe, ob deine Kopfhörer verbunden sind, und versuch es noch einmal.',
    paused: {
      'by-person': 'Der Ton ist aus. Mach weiter, wann du magst: Der letzte Ton kommt noch einmal.',
      'pressed-in-silence':
        'Du hast ein paar Mal gedrückt, als kein Ton da war. Das passiert leicht. Drück nur, wenn du einen hörst, auch wenn er sehr leise ist.',
      'device-changed':
        'Die Tonausgabe hat gewechselt, darum wartet der Test. Verbinde wieder dieselben Kopfhörer und mach dann weiter.',
      'volume-changed':
        'Die Lautstärke wurde verstellt, darum wartet der Test. Wenn du weitermachst, wird sie wieder wie vorher eingestellt.',
    },
  },
  result: {
    title: 'Dein Test ist fertig',
    lead: 'Er ist aufbewahrt, und dein Profil folgt ihm jetzt.',
    pitch: {
      even: 'Tiefe und hohe Töne hörst du etwa gleich leicht.',
      'high-somewhat': 'Hohe Töne müssen für dich etwas lauter sein als tiefere.',
      'high-clearly': 'Hohe Töne müssen für dich deutlich lauter sein als tiefere.',
      'low-somewhat': 'Hohe Töne dürfen leiser sein als tiefere, und du hörst sie noch.',
    },
    ears: {
      alike: 'Beide Ohren hören etwa gleich.',
      right: 'Dein rechtes Ohr hört leisere Töne als dein linkes.',
      left: 'Dein linkes Ohr hört leisere Töne als dein rechtes.',
    },
    unheard:
      'Kein einziger Ton wurde gehört, auch nicht der lauteste, der gespielt werden darf. Prüfe, ob deine Kopfhörer spielen und die Lautstärke nicht zu leise ist, und mach den Test noch einmal.',
    tierA: 'Die Pegel sind so genau wie die Messung deiner Kopfhörer.',
    tierB:
      'Die Form passt zu deinen Kopfhörern. Die Pegel können um etwa 10 dB danebenliegen, weil die Lautstärke nach Gehör eingestellt wurde.',
    tierC:
      'Auf die Form ist Verlass. Genaue Pegel bleiben offen, weil deine Kopfhörer nicht bekannt sind.',
    lowTitle: 'Dieses Ergebnis ist unsicher',
    low: 'Deine Antworten passten nicht immer zusammen, oft wegen Geräuschen oder Müdigkeit. Es bleibt so aufbewahrt. Ein zweiter Versuch in einem ruhigen Moment wird meist klarer.',
    repeat: 'Test noch einmal machen',
    open: 'Mein Profil öffnen',
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
  audiogram: {
    title: 'Dein Audiogramm',
    back: 'Zurück zu deinem Profil',
    axisLevel: 'Pegel in dB HL',
    axisRelative: 'Pegel in dB, relativ',
    axisFrequency: 'Frequenz in Hertz',
    median: 'Median in deinem Alter',
    spread: 'Unsicherheit',
    earlier: 'Frühere Tests',
    noResponse: 'Bei diesem Pegel nicht gehört',
    description:
      'Audiogramm von {from} bis {to} Hertz. Rechtes Ohr: zwischen {rightBest} und {rightWorst} Dezibel. Linkes Ohr: zwischen {leftBest} und {leftWorst} Dezibel. Alle Zahlen stehen in der Tabelle darunter.',
    tableCaption:
      'Leisester gehörter Pegel in Dezibel (dB HL). 0 ist der Median mit 18; höher heißt, ein Ton muss lauter sein.',
    tableCaptionRelative:
      'Leisester gehörter Pegel in Dezibel, nur untereinander vergleichbar: Die Kopfhörer sind nicht bekannt. Höher heißt, ein Ton muss lauter sein.',
    tableSpread: '„±“ ist die Unsicherheit.',
    notHeard: 'über {level}',
    heardAtLowest: 'höchstens {level}',
    averages: 'Mittel von 500 bis 4000 Hz: rechtes Ohr {right} dB, linkes Ohr {left} dB.',
    range: 'Empfindlichkeitsbereich des besseren Ohrs: {range}.',
    rangeBelow: 'unter {to} dB',
    rangeBetween: '{from} bis {to} dB',
    rangeFrom: 'ab {from} dB',
    history: 'Deine Tests',
    sourceAge: 'Schätzung aus dem Alter',
    sourceImport: 'Mitgebrachtes Audiogramm',
    engineBayesian: 'Hörtest',
    engineClassic: 'Hörtest, klassische Methode',
    lowConfidence: 'unsicher',
    show: 'Zeigen',
    shown: 'Wird gezeigt',
    showNamed: '{name} vom {date} zeigen',
    remove: 'Löschen',
    removeNamed: '{name} vom {date} löschen',
    removeTitle: 'Diesen Test löschen?',
    removeBody:
      '{name} vom {date}. Er wird endgültig gelöscht, hier und dort, wo dein Profil liegt.',
    removed: 'Der Test ist gelöscht.',
    more: 'Frühere Tests zeigen',
    historyFailed: 'Deine früheren Tests ließen sich gerade nicht lesen.',
    none: 'Es gibt noch keinen Test. Mach einen, bring ein Audiogramm mit oder beginne mit einer Schätzung.',
    bring: 'Audiogramm mitbringen',
    export: 'Speichern als',
    exportJson: 'Daten, vollständig (JSON)',
    exportCsv: 'Tabelle (CSV)',
    exportSvg: 'Bild, skalierbar (SVG)',
    exportPng: 'Bild (PNG)',
    exportPdf: 'Bericht zum Drucken (PDF)',
    saved: 'Gespeichert.',
    reportTitle: 'Audiogramm',
    reportBorn: 'Geboren {year}',
    reportNote:
      'Geschrieben von Mimi Companion. Das ist keine medizinische Untersuchung und kann keine ersetzen.',
  },
  bring: {
    title: 'Ein Audiogramm mitbringen',
    lead: 'Aus der Hörakustik, von deiner Ärztin oder aus einer anderen App. Tipp es ab, zeichne es ein oder öffne die Datei.',
    way: 'So gibst du es ein',
    table: 'Tabelle',
    chart: 'Diagramm',
    file: 'Datei',
    frequency: 'Hertz',
    cell: '{ear}, {hz} Hertz, Pegel in Dezibel',
    notHeard: '{ear}, {hz} Hertz: bei diesem Pegel nicht gehört',
    notHeardShort: 'NR',
    tableHint:
      'Pegel in dB HL, so wie sie in deinem Audiogramm stehen. Was nicht gemessen wurde, lässt du frei. NR: keine Reaktion, auch nicht bei diesem Pegel.',
    required: 'nötig',
    ear: 'Ohr',
    chartHint:
      'Klicke oder ziehe, um einen Punkt zu setzen. Mit der Tastatur: links und rechts ändern die Tonhöhe, auf und ab den Pegel um 5 dB, N heißt „nicht gehört“, Entf nimmt den Punkt weg.',
    chartLabel: 'Punkte des Audiogramms, {ear}',
    pointLabel: '{ear}, {hz} Hertz',
    pointValue: '{level} Dezibel',
    pointNotHeard: 'bei {level} Dezibel nicht gehört',
    pointNone: 'kein Punkt',
    markNotHeard: 'Bei diesem Pegel nicht gehört',
    takeAway: 'Punkt wegnehmen',
    openFile: 'Datei öffnen',
    dropHere: 'oder hier ablegen',
    fileHint: 'CSV oder JSON, bis 1 MB. Die Datei wird nur hier gelesen und geht nirgendwohin.',
    fileRead: '{name} ist eingelesen. Schau dir das Diagramm an, bevor du es übernimmst.',
    fileReplaced: 'Die Werte stehen jetzt anstelle deiner Eingabe.',
    undo: 'Meine Eingabe zurückholen',
    fileRefused: 'Mit dieser Datei geht es nicht, darum wurde nichts verändert.',
    fileUnreadable: 'Diese Datei lässt sich nicht öffnen, darum wurde nichts verändert.',
    more: '… und {count, plural, one {# weitere Meldung} other {# weitere Meldungen}}.',
    description:
      'Das bisher eingegebene Audiogramm: {right} Punkte für das rechte Ohr, {left} für das linke.',
    use: 'Dieses Audiogramm übernehmen',
    clear: 'Alles leeren',
    stored: 'Dein Audiogramm ist jetzt dein Hörprofil.',
    ready: 'Beide Ohren sind vollständig.',
    atLine: 'Zeile {line}: {what}',
    atEntry: 'Eintrag {entry}: {what}',
    atCell: '{ear}, {hz} Hz: {what}',
    problems: {
      'too-large': 'Die Datei ist größer als 1 MB. Ein Audiogramm ist viel kleiner.',
      'too-many-lines': 'Die Datei hat mehr als 10.000 Zeilen. Ein Audiogramm hat viel weniger.',
      empty: 'Darin steht kein Audiogramm.',
      'not-json': 'Sie beginnt wie JSON und ist keins. Vielleicht fehlt ein Teil.',
      'unknown-form': 'Es ist JSON, aber in keiner Form, die hier bekannt ist.',
      'missing-column':
        'Keine Zeile nennt die Spalten „Ohr“, „Frequenz“ und „dB HL“. Die erste muss es.',
      'repeated-column': 'Zwei Spalten enthalten dasselbe. Lass eine davon weg.',
      'uneven-line':
        'Die Zellen passen nicht zu den Spalten. Bei Dezimalkommas trenne die Zellen mit Semikolons.',
      'unknown-ear': '„{found}“ ist kein Ohr. Rechts oder links gehört dorthin.',
      'bad-frequency': '„{found}“ ist keine Frequenz von 125 bis 8000 Hz.',
      'bad-level': '„{found}“ ist kein Pegel von −10 bis 120 dB.',
      'bad-mark': '„{found}“ ist weder Ja noch Nein.',
      'bad-detail': '„{found}“ passt hier nicht.',
      repeated: 'Für dasselbe Ohr und dieselbe Frequenz steht schon ein anderer Pegel da.',
      'too-many-points': '{ear}: Es sind mehr als 16 Frequenzen angegeben.',
      missing: '{ear}: Es fehlt noch {frequencies} Hz.',
      'off-grid':
        '{found} dB liegt zwischen den üblichen 5-dB-Schritten. Der Wert bleibt, wie er ist.',
      'repeated-same': 'Das steht doppelt da, mit demselben Pegel.',
      'values-differ':
        '{found} dB wurde geändert, nachdem die Datei gespeichert war. Der geänderte Pegel gilt.',
    },
  },
  meaning: {
    title: 'Was das fürs Hören heißt',
    typical: 'So ist es in deinem Alter üblich. Deine Ohren können mehr oder weniger hören.',
    hum: {
      soft: 'Ein tiefes Brummen, etwa vom Kühlschrank nebenan, hörst du auch, wenn es leise ist.',
      raised: 'Ein tiefes Brummen hörst du aus der Nähe; ein ganz leises entgeht dir vielleicht.',
      firm: 'Ein tiefes Brummen oder Grollen muss deutlich sein, bevor du es bemerkst.',
      loud: 'Ein tiefes Brummen oder Grollen erreicht dich nur, wenn es laut ist.',
    },
    voices: {
      soft: 'Leise Stimmen erreichen dich, in einem stillen Raum auch von weiter weg.',
      raised:
        'Stimmen am Tisch sind leicht; leise oder solche aus dem Nebenraum brauchen Aufmerksamkeit.',
      firm: 'Stimmen sind am klarsten aus der Nähe und von Angesicht zu Angesicht; leise gehen leicht verloren.',
      loud: 'Stimmen müssen laut oder sehr nah sein, damit du ihnen folgen kannst.',
    },
    consonants: {
      soft: 'Leise Konsonanten wie s, f und t kommen durch, und mit ihnen die Kanten der Wörter.',
      raised: 'Leise Konsonanten wie s, f und t können verschwimmen, vor allem im Lärm.',
      firm: 'Konsonanten wie s, f und t fehlen oft, sodass Wörter gleich klingen.',
      loud: 'Konsonanten wie s, f und t sind selten zu hören; der Rest des Satzes muss helfen.',
    },
    birdsong: {
      soft: 'Vogelstimmen und der Schimmer von Becken sind da, auch leise.',
      raised: 'Vogelstimmen und Becken sind aus der Nähe da und verblassen in der Ferne.',
      firm: 'Viele Vogelstimmen und der Schimmer von Becken bleiben ungehört, wenn sie nicht laut sind.',
      loud: 'Vogelstimmen und der Schimmer von Becken sind meist außer Reichweite.',
    },
    unheard: 'Kein einziger Ton wurde gehört, darum gibt es nichts zu vergleichen.',
    even: 'Tiefe und hohe Töne erreichen dich etwa gleich gut.',
    'less-high':
      'Hohe Töne müssen lauter sein als tiefe: Vogelstimmen, Becken und Konsonanten wie s und f verblassen zuerst.',
    'less-low': 'Tiefe Töne müssen lauter sein als hohe: Brummen und Bass verblassen zuerst.',
    shapeOnly:
      'Die Kopfhörer sind nicht bekannt, darum vergleicht das nur Töne miteinander. Wie leise ein Ton sein darf, kann es nicht sagen.',
    'ears-differ':
      'Deine Ohren unterscheiden sich bei mehreren Tonhöhen. Wenn das noch niemand angeschaut hat, kann es eine Hörakustikerin oder ein Arzt tun.',
    'loud-needed':
      'Töne müssen für dich recht laut sein. Eine Hörakustikerin oder ein Arzt kann dir sagen, was das Zuhören leichter macht.',
    noClaim: 'Eine Beschreibung für den Alltag, keine medizinische Untersuchung.',
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
    kitTitle: 'Wiederherstellungs-Set speichern',
    kitFileName: 'mimi-wiederherstellung',
    openKitTitle: 'Wiederherstellungs-Set öffnen',
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
    configTitle: 'Eine Einstellung braucht dich',
    configMessage:
      'Der Wert von {field} lässt sich nicht verwenden. Es wurde nichts verändert. Berichtige ihn und starte dann neu.',
  },
};
