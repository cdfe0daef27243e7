import { expect, type Page } from '@playwright/test';
import type { LabIdView } from '../../src/contract/ipc/lab/ids';
import { createLabMessages } from '../../src/messages/lab-catalogue';
import type {} from '../../src/renderer/lab/shell/lab-api';
import type { LabViewName } from '../../src/renderer/lab/stores/lab-ui-store';
import type { Companion } from './launch';

/** The Lab's words, from its own catalogue. */
export const sayLab = createLabMessages('en');

/** The Lab's window of an app started with `--lab`. */
export const labOf = async ({ app }: Companion): Promise<Page> => {
  const isLab = (page: Page): boolean => page.url().endsWith('/lab.html');
  // A window is told of before it has its address.
  await expect.poll(() => app.windows().some(isLab)).toBe(true);
  const page = app.windows().find(isLab);
  if (!page) throw new Error('The Lab was closed');
  await page.locator('[data-lab-view]').waitFor();
  return page;
};

/** Shows one of its views. */
export const openView = async (lab: Page, view: LabViewName): Promise<void> => {
  await lab
    .locator('nav')
    .getByText(sayLab(`lab.view.${view}`), { exact: true })
    .click();
  await lab.locator(`[data-lab-view="${view}"]`).waitFor();
};

/** The Lab's table. */
export const idsOf = async (lab: Page): Promise<LabIdView[]> => {
  const answer = await lab.evaluate(async () => window.lab.labIds.list());
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.ids;
};
