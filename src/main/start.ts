import { app } from 'electron';
import { beforeReady } from './app/before-ready';
import { startApp } from './app/start-app';

/**
 * Settles what must be settled before Electron is ready. Electron waits for no promise here: until `whenReady`, nothing may
 * be awaited that needs more than the code loaded for it.
 */
const start = async (): Promise<void> => {
  const config = await beforeReady();
  if (!config) return;
  await app.whenReady();
  startApp(config);
};
void start();
