import { setTimeout as wait } from 'node:timers/promises';
import { app } from 'electron';
import { measureIpc } from './measure-ipc';
import { measureTimeline } from './measure-timeline';
import type { ReadyPage } from './observe';
import { report, type BenchTask } from './report';

/** Milliseconds a started app rests before its memory is read. */
const REST_MS = 10_000;

/** Milliseconds in which the newest tests have been written down. */
const WRITING_MS = 1_000;

/** Resolves in the page once it shows as many stored tests as there are, as the service says. */
const SETTLED = `(async () => {
  for (;;) {
    const { value } = await window.companion.app.snapshot();
    const { profile } = value;
    const isDone = profile.status === 'ready' && profile.source === 'service';
    if (isDone && profile.profile.count === ${Number(process.env['BENCH_TESTS'] ?? 1)}) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
})()`;

const workingSet = (): number =>
  app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);

/** Does what was asked once the page is ready, reports it, and quits. */
export const perform = async (ready: Promise<ReadyPage>): Promise<void> => {
  const { page, at, marks } = await ready;
  const task = process.env['BENCH_TASK'] as BenchTask;
  switch (task) {
    case 'onboard':
    case 'startup':
      report({ readyAt: at, marks });
      break;
    case 'settle':
      await page.executeJavaScript(SETTLED);
      // What was shown just now is on its way to the disk.
      await wait(WRITING_MS);
      report({ readyAt: at });
      break;
    case 'memory':
      await wait(REST_MS);
      report({ readyAt: at, workingSet: workingSet() });
      break;
    case 'ipc':
      report(await measureIpc(page));
      break;
    case 'timeline':
      report(await measureTimeline(page));
      break;
    default:
      task satisfies never;
  }
  app.quit();
};
