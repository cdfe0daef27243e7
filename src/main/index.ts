import { app } from 'electron';
import { beforeReady } from './app/before-ready';
import { startApp } from './app/start-app';

const config = beforeReady();
if (config) {
  await app.whenReady();
  await startApp(config);
}
