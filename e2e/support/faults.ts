import type { Page } from '@playwright/test';
import type { Companion } from './launch';

/** What went wrong in pages without the test asking for it. */
export interface PageFaults {
  /** Follows every page of an app. */
  watch(companion: Companion): Promise<void>;
  /** Lets faults pass that a test provokes, such as a refusal by the content security policy. */
  allow(pattern: RegExp): void;
  /** Faults nobody allowed. */
  unexpected(): readonly string[];
}

/** Collects console errors, uncaught errors and crashes of pages. */
export const createPageFaults = (): PageFaults => {
  const seen = new Set<string>();
  const allowed: RegExp[] = [];
  const noteConsole = (message: { type(): string; text(): string }): void => {
    if (message.type() === 'error') seen.add(`console: ${message.text()}`);
  };
  const watchPage = (page: Page): void => {
    page.on('console', noteConsole);
    page.on('pageerror', (error) => seen.add(`uncaught: ${error.message}`));
    page.on('crash', () => seen.add('crash'));
  };
  return {
    async watch({ app, page }) {
      watchPage(page);
      app.on('window', watchPage);
      // What was said before anybody listened.
      (await page.consoleMessages()).forEach(noteConsole);
      for (const error of await page.pageErrors()) seen.add(`uncaught: ${error.message}`);
    },
    allow: (pattern) => void allowed.push(pattern),
    unexpected: () => [...seen].filter((fault) => !allowed.some((pattern) => pattern.test(fault))),
  };
};
