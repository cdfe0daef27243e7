import { createRequire } from 'node:module';
import { app } from 'electron';
import { mark, observePages } from './observe';
import { perform } from './perform';

/** The shipped bundle with the bench's script in its pages. */
void perform(observePages());

/** Goes through onboarding once, so that later starts find a stored profile. */
const onboard = `window.companion.session
  .createProfile({ yearOfBirth: 1966 })
  .then(() => window.companion.tests.storeEstimate())`;
if (process.env['BENCH_TASK'] === 'onboard') {
  app.once('web-contents-created', (_event, page) => {
    page.once('did-finish-load', () => void page.executeJavaScript(onboard));
  });
}

createRequire(import.meta.url)('../out/main/index.cjs');
mark('bundle');
