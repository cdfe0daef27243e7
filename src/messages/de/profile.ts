import type { Catalogue } from '../catalogue';

/** Words of the profile page and what can stand in its way. */
export const profileWords: Pick<
  Catalogue,
  'profile' | 'status' | 'storage' | 'notices' | 'blocked'
> = {
  profile: {
    title: 'Dein Hörprofil',
    basis:
      'Eine Schätzung aus deinem Geburtsjahr {year}: der Median für Menschen dieses Alters. Deine Ohren wurden dafür nicht gemessen.',
    basisTest: 'Gemessen mit dem Hörtest am {date}.',
    basisImport:
      'Aus dem Audiogramm, das du am {date} mitgebracht hast, wie es anderswo gemessen wurde.',
    basisImportRelative:
      'Aus der Datei, die du am {date} mitgebracht hast. Gezeigt wird ihre Form; genaue Pegel wurden nicht gemessen.',
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
    'profile-followed':
      'In einem anderen deiner Produkte ist jetzt ein anderes Profil offen, deshalb auch hier. Das vorige bleibt auf diesem Computer aufbewahrt.',
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
};
