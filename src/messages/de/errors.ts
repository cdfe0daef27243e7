import type { Catalogue } from '../catalogue';

/** One sentence or three for every failure: what happened, what it means, what to do. */
export const errors: Catalogue['errors'] = {
  'session/already-started': 'Mimi Companion läuft schon. Nimm das offene Fenster.',
  'session/anonymous-only-required':
    'Diese Ausgabe der App ist nicht dafür eingerichtet, Profile mit ihrem Schlüssel zu öffnen. Es wurde nichts verändert. Sag es bitte der Person, von der du die App hast.',
  'session/invalid-id-format':
    'In der Zwischenablage liegt kein Profilschlüssel. Er hat 36 Zeichen: kleine Buchstaben, Ziffern und vier Bindestriche. Kopiere ihn ganz und füge ihn noch einmal ein.',
  'session/unknown-id':
    'Zu diesem Schlüssel gibt es hier kein Profil. Es wurde nichts verändert. Prüfe, ob du ihn ganz kopiert hast; ein Profil von einem anderen Computer braucht vielleicht die Datei seines Wiederherstellungs-Sets.',
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
    'Der Dienst nimmt diese Ausgabe der App nicht an. Dein Profil bleibt, wie es ist. Die Einstellungen der App für den Dienst müssen berichtigt werden.',
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
  'picture/wrong-type':
    'Diese Datei ist weder ein Wiederherstellungs-Set noch ein Bild. Es wurde nichts verändert. Wähle eine .mimikit-Datei oder ein Bild als PNG, JPEG oder WebP.',
  'picture/is-pdf':
    'Eine PDF-Datei kann hier nicht gelesen werden. Es wurde nichts verändert. Öffne sie und mach ein Foto oder einen Screenshot vom Code, oder kopiere den Schlüssel und füge ihn ein.',
  'picture/too-large':
    'Dieses Bild ist zu groß: 30 MB und 50 Megapixel sind das Höchste. Es wurde nichts verändert. Mach einen Screenshot vom Code oder ein kleineres Foto.',
  'picture/not-read':
    'Dieses Bild ist beschädigt oder nicht lesbar. Es wurde nichts verändert. Mach ein neues Foto vom Code.',
  'picture/no-code':
    'In diesem Bild war kein Code zu finden. Es wurde nichts verändert. Mach das Foto gerade von oben und bei gutem Licht, sodass der Code es zur Hälfte füllt.',
  'picture/several-codes':
    'In diesem Bild ist mehr als ein Code. Es wurde nichts verändert. Mach ein Foto, auf dem nur einer ist.',
  'picture/not-a-key':
    'Der Code in diesem Bild enthält etwas anderes als einen Profilschlüssel. Es wurde nichts verändert. Wähle ein Bild vom Code auf deiner Wiederherstellungs-Seite.',
  'lab/unknown-key': 'Diese Zeile steht nicht mehr in der Tabelle. Es wurde nichts geändert.',
  'lab/other-service':
    'Diese ID gehört zu einem anderen Dienst als dem verwendeten. Sie wurde an niemanden gesendet.',
  'lab/too-many-ids': 'Die Tabelle ist voll. Es wurde nichts hinzugefügt.',
  'lab/service-fixed':
    'Die Umgebung der App legt den Dienst fest (COMPANION_SERVICE_URL). Es wurde nichts geändert. Starte die App ohne diese Angabe, um hier zu wählen.',
  'lab/not-a-set':
    'In dieser Datei steht kein Satz von IDs. Es wurde nichts geändert. Wähle eine andere Datei.',
  'lab/damaged': 'Dieser Satz ist beschädigt oder unvollständig. Es wurde nichts geändert.',
  'lab/newer-version':
    'Dieser Satz stammt von einer neueren Version der App. Es wurde nichts geändert.',
  'lab/too-large':
    'Das ist zu groß für einen Satz von IDs, der höchstens 8 MB hat. Es wurde nichts geändert.',
  'lab/wrong-passphrase':
    'Der Satz lässt sich nicht öffnen: Die Passphrase ist eine andere, oder die Datei wurde verändert. Hier wurde nichts geändert.',
  'lab/none-chosen': 'Es ist keine Datei gewählt. Wähle zuerst eine.',
  'lab/file-not-read':
    'Die Datei konnte nicht gelesen werden. Es wurde nichts geändert. Prüfe, ob sie noch da ist und ob du sie öffnen darfst.',
  'partner/not-configured':
    'Für diese App ist kein Partner eingerichtet. Es wurde nichts geändert.',
  'partner/unreachable':
    'Der Partner war nicht zu erreichen. Dein Profil bleibt, wie es ist. Versuch es etwas später noch einmal.',
  'partner/refused':
    'Der Partner hat diesen Schritt abgelehnt. Es wurde nichts geändert. Versuch es noch einmal.',
  'partner/sign-in-again':
    'Der Partner hat deine Anmeldung beendet. Dein Profil bleibt hier. Melde dich wieder an, damit dein Konto dort es aufbewahrt.',
  'partner/clock':
    'Die Uhr deines Computers und die des Partners gehen um Minuten auseinander. Es wurde nichts geändert. Prüf die Uhr deines Computers und melde dich dann wieder an.',
  'partner/timed-out':
    'Aus dem Browser kam zehn Minuten lang keine Antwort. Es wurde nichts geändert. Fang beim Partner noch einmal an.',
  'partner/no-browser':
    'Dein Browser ging nicht auf. Es wurde nichts geändert. Kopier die Adresse und füge sie in einen Browser auf diesem Computer ein.',
  'partner/changed-meanwhile':
    'Das Konto beim Partner oder dein Profil hat sich inzwischen geändert. Dieser Schritt hat nichts geändert. Sieh dir beide noch einmal an.',
  'partner/not-stored':
    'Dieses Profil liegt noch nicht bei deinem Partnerkonto. Es wurde nicht entfernt. Warte, bis es so weit ist, oder speichere vorher ein Wiederherstellungs-Set.',
  'partner/test-running':
    'Gerade läuft ein Hörtest. Beende ihn oder brich ihn ab, dann kannst du wechseln.',
  'ipc/untrusted-sender':
    'Die App hat diesen Schritt abgelehnt. Es wurde nichts verändert. Starte die App neu.',
  'ipc/invalid-input': 'Die App hat diesen Schritt nicht verstanden. Es wurde nichts verändert.',
  'ipc/internal':
    'In der App hat etwas nicht geklappt. Dein Profil bleibt, wie es ist. Versuch es noch einmal und kopiere einen Bericht, wenn es wieder passiert.',
  'app/file-not-written':
    'Die Datei ließ sich nicht schreiben. Wähle einen anderen Ordner oder prüfe, ob die Festplatte voll ist.',
  'lab/busy': 'Gerade läuft etwas anderes. Warte darauf oder halte es erst an.',
  'lab/process-ended': 'Ein Prozess dieses Durchlaufs hat sich von selbst beendet.',
  'lab/process-stuck': 'Ein Prozess dieses Durchlaufs hat nicht rechtzeitig geantwortet.',
  'config/invalid':
    'In der Einstellungsdatei dieser App steht ein Wert, mit dem sie nichts anfangen kann. Es wurde nichts verändert. Berichtige ihn und starte dann neu.',
};
