import { ensureBuilt } from './build';
import { runMain } from './report';
import { prepareEndToEnd, runEndToEnd } from './test/e2e';

// The end-to-end tests alone; arguments go to Playwright.
await runMain(async () => {
  const runtime = await prepareEndToEnd();
  if ((await ensureBuilt()) !== 0) throw new Error('The build failed');
  return runEndToEnd(runtime, process.argv.slice(2));
});
