import type { KitPageWords } from '../kit-page-catalogue';

/** Die Wörter der gedruckten Wiederherstellungs-Seite. */
export const kitPageWords: KitPageWords = {
  title: 'Deine Wiederherstellungs-Seite',
  made: 'Erstellt am {date}',
  what: 'Diese Seite öffnet dein Hörprofil in Mimi Companion. Auf ihr steht dein Profilschlüssel: einmal als Code, einmal als Text.',
  secretTitle: 'Nicht verschlüsselt',
  secret:
    'Wer diese Seite oder ein Bild von ihr hat, hat dein Profil. Bewahre sie dort auf, wo dein Reisepass liegt. Kein Dienst und niemand vom Support wird dich je danach fragen.',
  key: 'Profilschlüssel',
  copy: 'Zum Kopieren und Einfügen',
  code: 'Dein Profilschlüssel als QR-Code',
  useTitle: 'So benutzt du sie',
  useOpen: 'Öffne Mimi Companion und wähle „Ich habe schon ein Profil“.',
  useShow:
    'Wähle ein Foto oder einen Screenshot des Codes. Oder kopiere den Schlüssel aus dieser Datei und füge ihn ein.',
  useEmbedded:
    'Deine Hörtests stehen nicht auf dieser Seite. Sie sind auf dem Computer, auf dem sie entstanden ist, und in einem Wiederherstellungs-Set, das du als Datei gespeichert hast. Auf einem anderen Computer brauchst du diese Datei.',
  useRemote:
    'Dein Profil öffnet sich überall, wo die App {host} benutzt. Sie muss dafür online sein.',
};
