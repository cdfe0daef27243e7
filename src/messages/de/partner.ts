import type { Catalogue } from '../catalogue';

/** Worte zum Konto bei einem Partner: immer dessen Konto, mit Namen, nie eines bei Mimi. */
export const partnerWords: Pick<Catalogue, 'partner'> = {
  partner: {
    section: 'Konto bei {name}',
    title: 'Dein Konto bei {name}',
    what: 'Dein Konto bei {name} kann den Schlüssel zu einem Profil aufbewahren. So kommt es auf einem neuen Computer und in anderen Produkten von {name} zurück.',
    notMimi:
      'Das ist dein Konto bei {name}, keines bei Mimi: Dein Hörprofil selbst bleibt ohne Namen und E-Mail.',
    signIn: 'Bei {name} anmelden',
    signInHint:
      'Öffnet deinen Browser. Du meldest dich auf den Seiten von {name} an; dein Passwort dort sieht diese App nie.',
    signInAgain: 'Wieder bei {name} anmelden',
    other: 'Anderes Konto bei {name} nehmen',
    as: 'Bei {name} angemeldet als {account}',
    asUnnamed: 'Bei {name} angemeldet',
    signedOut: 'Nicht bei {name} angemeldet',
    manage: 'Konto bei {name}',
    status: {
      'signed-out':
        'Dein Profil liegt auf diesem Computer. Melde dich bei {name} an, um zu sehen, was dein Konto aufbewahrt, oder um es auch dort aufzubewahren.',
      expired:
        '{name} hat deine Anmeldung beendet. Dein Profil bleibt hier. Melde dich wieder bei {name} an, damit dein Konto es aufbewahrt.',
      checking: '{name} wird gefragt, was bei deinem Konto liegt.',
      ready:
        'Bei deinem Konto bei {name} liegt noch nichts. Ein Profil, das du jetzt anlegst, kommt von selbst dorthin.',
      opening: 'Das Profil aus deinem Konto bei {name} wird geöffnet.',
      available:
        'Dein Konto bei {name} bewahrt ein Profil auf. Auf diesem Computer ist es nicht offen.',
      waiting:
        'Dieses Profil soll noch zu deinem Konto bei {name}. Das macht die App von selbst, sobald sie kann.',
      linked: 'Dieses Profil liegt bei deinem Konto bei {name}.',
      unlinked: 'Dieses Profil liegt nicht bei deinem Konto bei {name}.',
      conflict: 'Dein Konto bei {name} bewahrt ein anderes Profil auf als das, das hier offen ist.',
    },
    signedOutNoProfile:
      'Bewahrt dein Konto bei {name} ein Profil auf, dann öffnet es sich hier, sobald du dich angemeldet hast.',
    belongsToOther: 'Dieses Profil liegt bei einem anderen Konto bei {name}.',
    store: 'In mein Konto bei {name} legen',
    open: 'Dieses Profil öffnen',
    unlink: 'Dieses Profil aus meinem Konto bei {name} nehmen',
    unlinkTitle: 'Dieses Profil aus deinem Konto bei {name} nehmen?',
    unlinkBody:
      'Das Profil bleibt auf diesem Computer. Auf anderen Computern und Produkten kommt es dann nicht mehr von selbst zurück.',
    signOut: 'Bei {name} abmelden',
    signOutTitle: 'Auf diesem Computer bei {name} abmelden?',
    signOutBody:
      'Was bei deinem Konto bei {name} liegt, bleibt dort. Was soll aus dem Profil auf diesem Computer werden?',
    signOutPlain:
      'Was bei deinem Konto bei {name} liegt, bleibt dort, und ein Profil auf diesem Computer bleibt hier.',
    profileHere: 'Profil auf diesem Computer',
    keepProfile: 'Behalten',
    removeProfile: 'Entfernen',
    compare: 'Beide ansehen',
    waitingTitle: 'Weiter geht es im Browser',
    waitingLead:
      'Dein Browser zeigt die Seiten von {name}. Melde dich dort an; danach geht es in diesem Fenster von selbst weiter.',
    finishing: 'Zurück aus dem Browser. {name} wird nach deinem Konto gefragt.',
    openAgain: 'Browser noch einmal öffnen',
    copyAddress: 'Adresse kopieren',
    addressCopied: 'Kopiert. Füge sie in einen Browser auf diesem Computer ein.',
    noBrowserLead:
      'Von selbst hat sich kein Browser geöffnet. Kopier die Adresse, füge sie in einen Browser auf diesem Computer ein und melde dich dort bei {name} an; danach geht es in diesem Fenster von selbst weiter.',
    copyHint:
      'Keine Seite zu sehen? Kopier die Adresse und füge sie in einen Browser auf diesem Computer ein.',
    waitingHint: 'Brichst du ab, ändert sich nichts. Die App wartet zehn Minuten.',
    conflictTitle: 'Zwei Profile',
    conflictLead:
      'Dein Konto bei {name} bewahrt ein Profil auf, und hier ist ein anderes offen. Wähl, welches es aufbewahren soll. Nichts wird vermischt, und das andere bleibt geschlossen auf diesem Computer.',
    here: 'Auf diesem Computer',
    inAccount: 'Bei {name}',
    madeAt: 'Angelegt',
    basis: 'Grundlage',
    basisTest: 'Hörtest',
    basisImport: 'Audiogramm',
    basisAge: 'Schätzung nach dem Alter',
    basisNone: 'noch keine',
    tests: 'Neuester Test',
    testNone: 'keiner',
    testCount: '{date}, {count, plural, one {der einzige} other {einer von #}}',
    usedAt: 'Zuletzt benutzt',
    usedNow: 'jetzt, hier',
    usedUnknown: 'nicht bekannt',
    gone: 'Das Profil in deinem Konto bei {name} gibt es nicht mehr. Behalten lässt sich nur das hier.',
    keepHere: 'Das hier offene behalten',
    keepAccount: 'Das andere öffnen',
    later: 'Später entscheiden',
    way: 'Oder hol es aus deinem Konto bei {name} zurück.',
    kept: 'Das Konto beim Partner und dieser Computer haben jetzt dasselbe Profil.',
    pageTitle: 'Du kannst diese Seite schließen',
    pageText: 'Geh zurück zur App. Dort steht, wie es ausgegangen ist.',
    pageRefusedTitle: 'Diese Seite gilt nicht',
    pageRefusedText: 'Es wurde nichts geändert. Geh zurück zur App und beginn dort noch einmal.',
  },
};
