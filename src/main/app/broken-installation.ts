import { app, dialog } from 'electron';
import { systemLanguage } from './system-language';

/** Exit code of an app whose own parts do not load. */
const EXIT_BROKEN = 70;

const say = async (): Promise<void> => {
  const { createMessages } = await import('../../messages/catalogue');
  const messages = createMessages(systemLanguage());
  await dialog.showMessageBox({
    type: 'error',
    message: messages('dialogs.brokenTitle'),
    detail: messages('dialogs.brokenMessage'),
    buttons: [messages('dialogs.quit')],
  });
};

/**
 * Says that parts of the app itself are missing, and ends it: without them its window could only stay blank. Nothing of
 * the person's is touched.
 */
export const endBroken = async (): Promise<void> => {
  // The words may be what is missing.
  await say().catch(() =>
    process.stderr.write('Parts of the app are missing. Install it again.\n'),
  );
  app.exit(EXIT_BROKEN);
};
