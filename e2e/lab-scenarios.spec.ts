import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { SCENARIO_NAMES } from '../src/contract/ipc/lab/scenarios';
import type { Companion } from './support/launch';
import { labOf, openView, sayLab } from './support/lab-window';
import { answerSaveDialog, makeProfile, notice, press, userIdOf } from './support/steps';
import { expect, test } from './support/test';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;

const SIZES = [
  [820, 600],
  [1440, 900],
] as const;

/** Looks at a view in both themes and sizes: no barrier, nothing to scroll sideways for. */
const look = async ({ app }: Companion, lab: Page, name: string): Promise<void> => {
  const folder = join('test-results', 'screens');
  mkdirSync(folder, { recursive: true });
  for (const [width, height] of SIZES) {
    await app.evaluate(
      ({ BrowserWindow }, [w, h]) => {
        const isLab = (each: Electron.BrowserWindow) =>
          each.webContents.getURL().endsWith('lab.html');
        BrowserWindow.getAllWindows().find(isLab)?.setContentSize(w, h);
      },
      [width, height] as const,
    );
    await expect.poll(() => lab.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await lab.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await lab.screenshot({ path: join(folder, `${name}-${colorScheme}-${width}x${height}.png`) });
      // Barriers differ by theme, hardly by room.
      if ((colorScheme === 'dark') !== width > 1000) continue;
      const { violations } = await new AxeBuilder({ page: lab })
        .setLegacyMode()
        .exclude('[data-live-announcer]')
        .analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    const room = await lab.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect.soft(room).toBeLessThanOrEqual(0);
  }
};

test('scenarios run from the Lab as expected, a run is stopped, and the report is saved', async ({
  launch,
}) => {
  const companion = await launch({ args: ['--lab'] });
  const { page } = companion;
  const userId = await makeProfile(page);
  const lab = await labOf(companion);
  await openView(lab, 'scenarios');
  const rows = lab.locator('[data-scenario]');
  const withStatus = (status: string) => lab.locator(`[data-scenario][data-status="${status}"]`);
  await expect(rows).toHaveCount(SCENARIO_NAMES.length);

  await press(lab, sayLab('labScenarios.runAll'));
  await expect(withStatus('running')).toBeVisible();
  await press(lab, sayLab('labScenarios.cancel'));
  await expect(withStatus('cancelled').last()).toBeVisible();
  await expect(withStatus('running')).toHaveCount(0);

  await press(lab, sayLab('labScenarios.runAll'));
  const over = lab.locator('[data-scenario]:is([data-status="passed"], [data-status="failed"])');
  await expect(over).toHaveCount(SCENARIO_NAMES.length, { timeout: 60_000 });
  await expect(withStatus('passed')).toHaveCount(SCENARIO_NAMES.length);
  expect(await userIdOf(page)).toBe(userId);

  // By keyboard: to the next one, and open it.
  await lab.locator('[data-scenario-toggle]').first().focus();
  await lab.keyboard.press('ArrowDown');
  await lab.keyboard.press('Enter');
  await expect(rows.nth(1).getByRole('table')).toBeVisible();
  await look(companion, lab, 'lab-scenarios');

  const [html, junit] = ['report.html', 'report.xml'].map((f) => join(companion.home.folder, f));
  await answerSaveDialog(companion, html!);
  await press(lab, sayLab('labScenarios.saveHtml'));
  await expect(notice(lab, 'outcome')).toContainText(sayLab('labScenarios.saved'));
  await answerSaveDialog(companion, junit!);
  await press(lab, sayLab('labScenarios.saveJunit'));
  await expect(notice(lab, 'outcome')).toContainText(sayLab('labScenarios.saved'));
  const report = await readFile(html!, 'utf8');
  expect(report).toContain(sayLab('labScenarios.name.kill-while-creating'));
  expect(report).not.toMatch(UUID);
  const cases = await readFile(junit!, 'utf8');
  expect(cases).toContain(`tests="${SCENARIO_NAMES.length}" failures="0"`);
  expect(cases).not.toMatch(UUID);
});

test('a soak shows its curves, is stopped and saved; one with ids of the Lab ends where it began', async ({
  launch,
}) => {
  const companion = await launch({ args: ['--lab'] });
  const { page } = companion;
  const userId = await makeProfile(page);
  const lab = await labOf(companion);
  await openView(lab, 'soak');
  await lab.getByLabel(sayLab('labSoak.swaps'), { exact: true }).fill('100000');
  await lab.getByLabel(sayLab('labSoak.perSecond')).fill('50');
  await press(lab, sayLab('labSoak.start'));
  await expect(lab.getByRole('img')).toHaveCount(2, { timeout: 20_000 });
  await expect(lab.locator('[data-fact="failed"] dd')).toHaveText('0');
  await press(lab, sayLab('labSoak.stop'));
  await expect(lab.locator('[data-soak="stopped"]')).toBeVisible();
  expect(await userIdOf(page)).toBe(userId);
  await look(companion, lab, 'lab-soak');
  const file = join(companion.home.folder, 'soak.csv');
  await answerSaveDialog(companion, file);
  await press(lab, sayLab('labSoak.saveCsv'));
  await expect(notice(lab, 'outcome')).toContainText(sayLab('labSoak.saved'));
  const FIRST = /^swap,at_ms,[^\n]+\r\n1,[\d.]+,[\d.]+,success,\d+,\d+/;
  expect(await readFile(file, 'utf8')).toMatch(FIRST);

  const created = lab.evaluate(() => window.lab.labIds.createUsers({ count: 2, label: 'soak' }));
  expect(await created).toMatchObject({ ok: true, value: { created: 2 } });
  await lab.getByText(sayLab('labSoak.real'), { exact: true }).click();
  const boxes = lab.getByRole('checkbox');
  await expect(boxes).toHaveCount(2);
  for (const box of await boxes.all()) await box.check();
  await lab.getByLabel(sayLab('labSoak.swaps'), { exact: true }).fill('6');
  await press(lab, sayLab('labSoak.start'));
  await expect(lab.locator('[data-soak="done"]')).toBeVisible();
  await expect(lab.locator('[data-fact="failed"] dd')).toHaveText('0');
  expect(await userIdOf(page)).toBe(userId);
});
