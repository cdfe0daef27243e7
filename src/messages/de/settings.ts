import type { Catalogue } from '../catalogue';

/** Words of settings, key and recovery kit. */
export const settingsWords: Pick<Catalogue, 'settings' | 'key' | 'kit'> = {
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
    removeUnsent:
      '{count, plural, one {# Hörtest ist noch nicht beim Dienst angekommen und ginge} other {# Hörtests sind noch nicht beim Dienst angekommen und gingen}} verloren. Warte, bis der Dienst erreichbar ist, und entferne das Profil dann.',
    delete: 'Mein Profil löschen',
    deleteHint: 'Löscht das Profil und seinen Schlüssel endgültig.',
    deleteTitle: 'Dein Profil endgültig löschen?',
    deleteBody:
      'Das Profil, sein Schlüssel und alles, was darüber gespeichert ist, werden gelöscht. Das lässt sich nicht rückgängig machen, auch nicht mit dem Schlüssel.',
    testing: 'Für Tester',
    lab: 'Session Lab',
    labOff: 'Aus',
    labOn: 'An',
    labHint:
      'Ein zweites Fenster für alle, die diese App testen: Profilschlüssel nebeneinander, jeder Schritt der Sitzung und ein Netz, das auf Wunsch versagt.',
    labOnHint:
      'Öffne es mit Strg+Umschalt+L oder im Menü „Fenster“, das Alt zeigt. Ausgeschaltet schließt es sich; die IDs darin bleiben.',
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
  key: {
    explanation:
      'Dein Profilschlüssel hat 36 Zeichen. Wer ihn hat, kann das Profil öffnen, also behalte ihn für dich.',
    copy: 'Profilschlüssel kopieren',
    copied: 'Kopiert. Nach {seconds} Sekunden verschwindet er wieder aus der Zwischenablage.',
    masked: 'Profilschlüssel, endet auf {tail}',
  },
  kit: {
    section: 'Wiederherstellungs-Set',
    save: 'Wiederherstellungs-Set speichern',
    open: 'Wiederherstellungs-Set öffnen',
    none: 'Noch kein Set',
    noneHint:
      'Eine Datei, die dein Profil zurückbringt, wenn dieser Computer verloren geht. Nur deine Passphrase öffnet sie.',
    made: 'Letztes Set: {date}',
    madeHint: 'Dein Profil ist darin, so wie es jetzt ist.',
    madeHintRemote: 'Es öffnet dein Profil überall, wo es diese App gibt.',
    outdated: 'Dein Profil hat sich seitdem geändert. Speichere ein neues.',
    openHint:
      'Öffnet das Profil aus der Datei eines Sets. Das, was gerade offen ist, bleibt auf diesem Computer aufbewahrt.',
    reminder:
      'Mit einem Wiederherstellungs-Set kommt dein Profil zurück, auch wenn dieser Computer verloren geht.',
    reminderTitle: 'Behalte dein Profil',
    lastStepTitle: 'Zum Schluss: Behalte dein Profil',
    lastStep:
      'Mit einem Wiederherstellungs-Set, als Datei oder auf Papier, kommt es zurück, auch wenn dieser Computer verloren geht.',
    notNow: 'Jetzt nicht',
    later: 'Später',
    noReminder: 'Nicht mehr erinnern',
    saveTitle: 'Wiederherstellungs-Set speichern',
    saveLead:
      'Das Set ist eine Datei, die dein Profil mit allen Hörtests zurückbringt, auf jedem Computer mit dieser App.',
    saveLeadRemote:
      'Das Set ist eine Datei, die dein Profil auf jedem Computer mit dieser App zurückbringt.',
    passphrase: 'Passphrase',
    passphraseHint: 'Mindestens 10 Zeichen; gut sind ein paar Wörter.',
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
    paperTitle: 'Auf Papier',
    paper:
      'Eine Seite mit deinem Profilschlüssel als Text und als Code, zum Drucken und Weglegen. Jeder kann sie lesen.',
    paperSave: 'Seite zum Drucken speichern',
    paperAskTitle: 'Eine Seite speichern, die nicht verschlüsselt ist?',
    paperAskEmbedded:
      'Wer diese Seite oder ihre Datei sieht, kann dein Profil öffnen. Drucke sie, lege sie dorthin, wo dein Reisepass liegt, und lösche die Datei. Deine Hörtests stehen nicht darauf: Dafür braucht es das Set als Datei.',
    paperAskRemote:
      'Wer diese Seite oder ihre Datei sieht, kann dein Profil öffnen. Drucke sie, lege sie dorthin, wo dein Reisepass liegt, und lösche die Datei.',
    paperSaved: 'Die Seite ist gespeichert. Drucke sie und lösche dann die Datei.',
    openTitle: 'Wiederherstellungs-Set öffnen',
    openLead: 'Wähle die Datei und gib dann ihre Passphrase ein.',
    chooseFile: 'Datei wählen',
    chooseOther: 'Andere Datei wählen',
    fileMade: 'Vom {date}',
    restore: 'Dieses Profil öffnen',
    restoring: 'Das Set wird geöffnet. Das Entschlüsseln dauert mit Absicht einen Moment.',
    restored: 'Dein Profil ist wieder da.',
    alreadyOpen: 'Dieses Profil ist schon offen. Es wurde nichts verändert.',
    keptActive:
      'Das Profil, das gerade offen ist, {tail}, bleibt auf diesem Computer aufbewahrt, aber nur hier: Es hat kein aktuelles Wiederherstellungs-Set. Speichere zuerst eins, wenn du es auch anderswo sicher haben willst.',
    keptActiveSafe:
      'Das Profil, das gerade offen ist, {tail}, bleibt auf diesem Computer aufbewahrt. Sein Wiederherstellungs-Set ist aktuell.',
    keptSignedOut: 'Das Profil, das hier aufbewahrt wird, {tail}, bleibt auf diesem Computer.',
  },
};
