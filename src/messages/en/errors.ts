import type { ErrorCode } from '../../contract/errors';

/** One sentence or three for every failure: what happened, what it means, what to do. */
export const errors = {
  'session/already-started': 'Mimi Companion is already running. Use the window that is open.',
  'session/anonymous-only-required':
    'This copy of the app is not set up to open profiles by their key. Nothing was changed. Please tell whoever gave you the app.',
  'session/invalid-id-format':
    'What is on the clipboard is not a profile key. A key has 36 characters: small letters, digits and four hyphens. Copy the whole key and paste again.',
  'session/unknown-id':
    'No profile belongs to this key here. Nothing was changed. Check that you copied all of it; a profile from another computer may need the file of its recovery kit.',
  'session/user-deleted':
    'The profile this key belongs to was deleted. It cannot be brought back. You can make a new profile.',
  'session/user-disabled':
    'The service has closed this profile for now. Your key is still kept here. Please ask whoever runs the service.',
  'session/no-user': 'There is no profile open at the moment. Open or make one first.',
  'session/invariant-violation':
    'The service answered with another profile than the one asked for. Nothing was changed. Please try again, and copy a report if it happens twice.',
  'session/storage-blocked':
    'Your profile key cannot be read at the moment. So that nothing is lost, nothing new is made. Solve this first, then go on.',
  'session/forcibly-logged-out':
    'The service no longer accepts this profile. Your key is still kept here. Try to open the profile again.',
  'session/superseded': 'Something newer took the place of this step. Nothing is lost.',
  'session/cancelled': 'Stopped. Nothing was changed.',
  'session/disposed': 'The app is closing. Start it again to go on.',
  'service/offline':
    'The service cannot be reached. Your profile stays as it is. Check your connection and try again.',
  'service/timeout':
    'The service did not answer in time. Your profile stays as it is. Try again in a moment.',
  'service/rate-limited':
    'The service is being asked too often. Your profile stays as it is. Wait a little, then try again.',
  'service/unavailable':
    'The service has a problem of its own. Your profile stays as it is. Try again in a few minutes.',
  'service/bad-response':
    'Something other than the service answered, perhaps the welcome page of a Wi-Fi network. Your profile stays as it is. Check your connection and try again.',
  'service/misconfigured':
    'The service does not accept this copy of the app. Your profile stays as it is. The app’s settings for the service need to be put right.',
  'service/invalid-request':
    'The service did not understand this step. Your profile stays as it is. Please copy a report for whoever runs the service.',
  'service/conflict':
    'The service holds something different for this key. Nothing was changed. Please try again.',
  'service/data-unreadable':
    'The profile data on this computer cannot be read. Your key is safe. Try again, and copy a report if it stays so.',
  'secrets/locked':
    'Your keyring is locked, so your profile key cannot be read. It is still there. Unlock the keyring, then restart the app.',
  'secrets/unreadable':
    'The file with your profile key cannot be read. Nothing was changed or deleted. Try again, or use your key if you have it elsewhere.',
  'secrets/newer-version':
    'Your profile key was saved by a newer version of this app. It is still there. Open it with that version.',
  'secrets/write-failed':
    'This could not be saved on this computer. What was kept before is unchanged. Check that the disk is not full, then try again.',
  'secrets/no-keyring':
    'This computer has no keyring to protect your profile key. It is kept only until the app is closed. Copy it now, or keep it with weaker protection.',
  'input/year-out-of-range': 'Please give the year you were born in, with four digits.',
  'input/too-young': 'Mimi Companion is for people of 18 and over. Nothing was saved.',
  'input/confirmation-mismatch': 'The word does not match. Nothing was changed.',
  'tests/unknown-test': 'This hearing test is not stored any more. Nothing was changed.',
  'tests/none-unfinished': 'There is no unfinished test to go on with. Start a new one.',
  'tests/none-running': 'No hearing test is running. Start one, or go on with the unfinished one.',
  'tests/stale-answer': 'This answer came too late and was not counted. Go on with the test.',
  'tests/too-soft':
    'These headphones are too soft for a test at this volume. No test was started. Turn the volume of your system up and find the comfortable loudness again, or take other headphones.',
  'tests/no-year-of-birth': 'Your year of birth is still missing. Give it first, then go on.',
  'kit/passphrase-too-short': 'A passphrase needs at least 10 characters. Nothing was saved.',
  'kit/wrong-passphrase':
    'The kit does not open: the passphrase is another one, or the file was changed since. Nothing was changed here. Check the passphrase and try again.',
  'kit/damaged':
    'This recovery kit is damaged or not complete, so it cannot be opened. Nothing was changed here. Use another copy of it if you have one.',
  'kit/not-a-kit': 'This file is not a recovery kit. Nothing was changed. Choose another file.',
  'kit/newer-version':
    'This recovery kit was made by a newer version of the app. Nothing was changed. Open it with that version.',
  'kit/too-large':
    'This is too large for a recovery kit, which has 32 MB at most. Nothing was changed.',
  'kit/other-service':
    'The profile in this kit belongs to another service than the one this app uses. Nothing was changed. Open it in the app it was made with.',
  'kit/none-chosen': 'No recovery kit is chosen. Choose the file first.',
  'kit/file-not-read':
    'The file could not be read. Nothing was changed. Check that it is still there and that you may open it.',
  'picture/wrong-type':
    'This file is neither a recovery kit nor a picture. Nothing was changed. Choose a .mimikit file, or a PNG, JPEG or WebP picture.',
  'picture/is-pdf':
    'A PDF file cannot be read here. Nothing was changed. Open it and take a photo or a screenshot of its code, or copy the key and paste it.',
  'picture/too-large':
    'This picture is too large: 30 MB and 50 megapixels are the most. Nothing was changed. Take a screenshot of the code, or a smaller photo.',
  'picture/not-read':
    'This picture is damaged or cannot be read. Nothing was changed. Take another photo of the code.',
  'picture/no-code':
    'No code was found in this picture. Nothing was changed. Take the photo from straight above, in good light, so that the code fills half of it.',
  'picture/several-codes':
    'There is more than one code in this picture. Nothing was changed. Take a photo with only one of them.',
  'picture/not-a-key':
    'The code in this picture holds something else than a profile key. Nothing was changed. Choose a picture of the code on your recovery page.',
  'lab/unknown-key': 'This row is not in the table any more. Nothing was changed.',
  'lab/other-service':
    'This ID belongs to another service than the one in use. It was sent to nobody.',
  'lab/too-many-ids': 'The table is full. Nothing was added.',
  'lab/service-fixed':
    'The environment of the app says which service is used (COMPANION_SERVICE_URL). Nothing was changed. Start the app without it to choose here.',
  'lab/not-a-set': 'This file holds no set of IDs. Nothing was changed. Choose another file.',
  'lab/damaged': 'This set is damaged or not complete. Nothing was changed.',
  'lab/newer-version': 'This set was saved by a newer version of the app. Nothing was changed.',
  'lab/too-large':
    'This is too large for a set of IDs, which has 8 MB at most. Nothing was changed.',
  'lab/wrong-passphrase':
    'The set does not open: the passphrase is another one, or the file was changed since. Nothing was changed here.',
  'lab/none-chosen': 'No file is chosen. Choose one first.',
  'lab/file-not-read':
    'The file could not be read. Nothing was changed. Check that it is still there and that you may open it.',
  'partner/not-configured': 'No partner is set up for this app. Nothing was changed.',
  'partner/unreachable':
    'The partner could not be reached. Your profile stays as it is. Try again a little later.',
  'partner/refused': 'The partner refused this step. Nothing was changed. Try again.',
  'partner/sign-in-again':
    'The partner has ended your sign-in. Your profile stays here. Sign in again to keep it with your account there.',
  'partner/clock':
    'Your computer’s clock and the partner’s differ by minutes. Nothing was changed. Check your computer’s clock, then sign in again.',
  'partner/timed-out':
    'Nobody came back from the browser within ten minutes. Nothing was changed. Start again at the partner.',
  'partner/no-browser':
    'Your browser did not open. Nothing was changed. Copy the address and paste it into a browser on this computer.',
  'partner/changed-meanwhile':
    'The account at the partner or your profile changed meanwhile. Nothing was changed by this step. Look at both again.',
  'partner/not-stored':
    'This profile is not stored with your partner account yet. It was not removed. Wait until it is, or save a recovery kit first.',
  'partner/test-running': 'A hearing test is running. Finish it or stop it, then switch.',
  'ipc/untrusted-sender': 'The app refused this step. Nothing was changed. Restart the app.',
  'ipc/invalid-input': 'The app did not understand this step. Nothing was changed.',
  'ipc/internal':
    'Something in the app did not work. Your profile stays as it is. Try again, and copy a report if it happens twice.',
  'app/file-not-written':
    'The file could not be written. Choose another folder, or check that the disk is not full.',
  'lab/busy': 'Something else is running. Wait for it, or stop it first.',
  'lab/process-ended': 'A process of this run ended by itself.',
  'lab/process-stuck': 'A process of this run did not answer in time.',
  'config/invalid':
    'The settings file of this app holds a value it cannot use. Nothing was changed. Put it right, then start again.',
} as const satisfies Record<ErrorCode, string>;
