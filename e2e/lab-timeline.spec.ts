import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { labOf, openView, sayLab } from './support/lab-window';
import { answerSaveDialog, makeProfile, notice, press, takeKey, userIdOf } from './support/steps';
import { expect, test } from './support/test';
import { say } from './support/words';

const barriers = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
};

const pick = (lab: Page, name: string) => lab.getByRole('combobox', { name, exact: true });

test('a fault shows in both windows, fails what it meets, and passes; the timeline has it all', async ({
  launch,
}) => {
  const companion = await launch({ args: ['--lab'] });
  const { page } = companion;
  const userId = await makeProfile(page);
  const key = await takeKey(companion);
  const lab = await labOf(companion);
  const badge = page.locator('[data-badge="simulated"]');

  await openView(lab, 'network');
  await expect(badge).toBeHidden();
  await pick(lab, sayLab('labNetwork.kind')).selectOption('server-error');
  await press(lab, sayLab('labNetwork.switchOn'));
  await expect(badge).toHaveText(say('app.simulated'));
  await expect(lab.locator('[data-status="faults"]')).toBeVisible();
  const refresh = () => page.evaluate(async () => window.companion.session.refresh());
  await refresh();
  await expect(notice(page, 'service')).toContainText(say('errors.service/unavailable'));
  expect(await userIdOf(page)).toBe(userId);
  await expect(lab.locator('[data-fault="server-error"]')).toContainText(/[2-9]/);
  expect(await barriers(lab)).toEqual([]);

  await press(lab, sayLab('labNetwork.clear'));
  await expect(badge).toBeHidden();
  await press(page, say('app.tryAgain'));
  await expect(notice(page, 'service')).toBeHidden();

  await openView(lab, 'timeline');
  const grid = lab.getByRole('grid');
  const rows = grid.locator('[data-index]');
  await expect(rows.first()).toBeVisible();
  const search = lab.getByRole('searchbox');
  await search.fill('lab/fault on');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('server-error on: all');
  await search.fill('/v1/me');
  await pick(lab, sayLab('labTimeline.outcome')).selectOption('failed');
  await expect(rows.first()).toContainText('500 ← GET /v1/me');
  await rows.first().click();
  await expect(lab.getByRole('complementary')).toContainText('method');
  await grid.press('ArrowDown');
  await expect(grid).toHaveAttribute('aria-activedescendant', /^event-\d+$/);
  expect(await barriers(lab)).toEqual([]);

  const file = join(companion.home.folder, 'events.csv');
  await answerSaveDialog(companion, file);
  const shown = Number(await grid.getAttribute('aria-rowcount')) - 1;
  await press(lab, sayLab('labTimeline.save'));
  await lab.getByRole('menuitem', { name: sayLab('labTimeline.saveCsv') }).click();
  await expect(notice(lab, 'outcome')).toContainText(sayLab('labTimeline.saved'));
  const saved = await readFile(file, 'utf8');
  expect(saved.trim().split('\r\n')).toHaveLength(shown + 1);
  expect(saved).toContain('500 ← GET /v1/me');
  expect(saved.includes(key)).toBe(false);

  // What comes while it is open is seen without asking.
  await search.fill('');
  await pick(lab, sayLab('labTimeline.outcome')).selectOption('');
  await press(lab, sayLab('labTimeline.follow'));
  const before = Number(await grid.getAttribute('aria-rowcount'));
  await refresh();
  await expect
    .poll(async () => Number(await grid.getAttribute('aria-rowcount')))
    .toBeGreaterThan(before);
  const newest = (await grid.getAttribute('aria-rowcount')) ?? '';
  await expect(grid.locator(`[aria-rowindex="${newest}"]`)).toBeInViewport();
});
