import { app } from 'electron';
import { beforeReady } from './app/before-ready';
import { startApp } from './app/start-app';

/** What must be settled before Electron is ready is settled before this returns to Electron: nothing in it waits. */
const start = async (): Promise<void> => {
  const config = await beforeReady();
  if (!config) return;
  await app.whenReady();
  startApp(config);
};
void start();
