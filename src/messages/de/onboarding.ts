import type { Catalogue } from '../catalogue';

/** Words of the way from the first start to a profile. */
export const onboardingWords: Pick<
  Catalogue,
  'welcome' | 'reasons' | 'kept' | 'year' | 'tooYoung' | 'paste' | 'choose'
> = {
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
    orPicture:
      'Oder wähle ein Foto oder einen Screenshot vom Code auf deiner Wiederherstellungs-Seite.',
    picture: 'Bild wählen',
    drop: 'Du kannst das Set oder das Bild auch hier ablegen.',
    reading: 'Der Code wird im Bild gesucht',
    pending: 'Dein Profil wird gesucht',
    skipped:
      'Die Zwischenablage ist leer, darum wurde nichts geöffnet. Kopiere deinen Profilschlüssel und füge ihn dann ein.',
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
};
