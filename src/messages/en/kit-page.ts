/** Words of the printed recovery page. Main alone says them. */
export const kitPageWords = {
  title: 'Your recovery page',
  made: 'Made on {date}',
  what: 'This page opens your hearing profile in Mimi Companion. It holds your profile key: once as a code, once as text.',
  secretTitle: 'Not encrypted',
  secret:
    'Whoever has this page, or a picture of it, has your profile. Keep it where you keep your passport. No service and nobody from support will ever ask you for it.',
  key: 'Profile key',
  copy: 'To copy and paste',
  code: 'Your profile key as a QR code',
  useTitle: 'How to use it',
  useOpen: 'Open Mimi Companion and choose “I already have a profile”.',
  useShow:
    'Choose a photo or a screenshot of the code. Or copy the key from this file and paste it.',
  useEmbedded:
    'Your hearing tests are not on this page. They are on the computer it was made on, and in a recovery kit you saved as a file. On another computer you need that file.',
  useRemote: 'Your profile opens wherever the app uses {host}. It has to be online.',
} as const;
