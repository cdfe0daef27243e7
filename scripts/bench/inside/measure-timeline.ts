import { setTimeout as wait } from 'node:timers/promises';
import { webContents, type WebContents } from 'electron';
import type { Report } from './report';

/** Events the timeline is filled with, the most the journal keeps; calls made together while filling it. */
const EVENTS = 100_000;
const TOGETHER = 500;

/**
 * Makes events in the real journal: each refused call is one, each refresh several of the session's own. The app
 * takes them as it takes any.
 */
const FILL = `(async () => {
  const { session } = window.companion;
  await Promise.all(Array.from({ length: ${TOGETHER} }, () => session.submitYearOfBirth({ yearOfBirth: 'x' })));
  await session.refresh();
})()`;

/** Number the next event will have. */
const NEXT = 'window.lab.labTimeline.page({ from: 1e9 }).then(({ value }) => value.next)';

const OPEN = `document.querySelectorAll('nav button')[2].click()`;

const COUNT = `Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 0) - 1`;

/**
 * Scrolls the table as people do: in steps of a wheel, by the page, by throwing the thumb through the whole of it, both
 * ways. Answers the milliseconds between frames, first of those while nothing moves: no page draws more often.
 */
const SCROLL = `(async () => {
  const box = document.querySelector('[role=grid]');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  let times = [];
  const end = box.scrollHeight - box.clientHeight;
  const run = async (start, step, frames) => {
    box.scrollTop = start;
    let before = await frame();
    for (let count = 0; count < frames; count += 1) {
      box.scrollTop += step;
      const now = await frame();
      times.push(now - before);
      before = now;
    }
  };
  await run(end, 0, 120);
  const idle = times;
  times = [];
  await run(0, 60, 120);
  await run(end / 2, -120, 120);
  await run(0, box.clientHeight, 120);
  await run(0, end / 180, 180);
  await run(end, -end / 180, 180);
  return { idle, frames: times };
})()`;

const labPage = async (): Promise<WebContents> => {
  for (;;) {
    const page = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/lab.html'));
    if (page && !page.isLoading()) return page;
    await wait(100);
  }
};

/** Fills the journal from the listener's page, then scrolls the Lab's timeline of it. */
export const measureTimeline = async (page: WebContents): Promise<Report> => {
  const lab = await labPage();
  while (((await lab.executeJavaScript(NEXT)) as number) < EVENTS) {
    await page.executeJavaScript(FILL);
  }
  await lab.executeJavaScript(OPEN);
  const opened = performance.now();
  const count = async () => (await lab.executeJavaScript(COUNT)) as number;
  while ((await count()) < EVENTS) await wait(20);
  const openMs = performance.now() - opened;
  const measured = (await lab.executeJavaScript(SCROLL)) as Pick<Report, 'idle' | 'frames'>;
  return { ...measured, events: await count(), openMs };
};
