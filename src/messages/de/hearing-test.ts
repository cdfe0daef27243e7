import type { Catalogue } from '../catalogue';

/** Words of the hearing test. */
export const hearingTestWords: Pick<Catalogue, 'preflight' | 'test' | 'result'> = {
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
    toVolume: 'Zurück zur Lautstärke',
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
};
