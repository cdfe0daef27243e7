import { app, dialog } from 'electron';

/** Ends an app that lacks even the parts that could say so in the person's language. */
export const endWithoutWords = async (): Promise<void> => {
  await app.whenReady();
  dialog.showErrorBox('Mimi Companion', 'Parts of the app are missing. Install it again.');
  // As broken-installation.ts, which is one of those parts.
  app.exit(70);
};
