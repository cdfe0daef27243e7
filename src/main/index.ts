import { app } from 'electron';
import { beforeReady } from './app/before-ready';
import { startApp } from './app/start-app';

const config = await beforeReady();
// Not awaited: Electron becomes ready only after this module has been evaluated.
if (config) void app.whenReady().then(() => startApp(config));
