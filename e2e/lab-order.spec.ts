import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { idsOf, labOf, sayLab } from './support/lab-window';
import { snapshotOf, writeClipboard } from './support/steps';
import { expect, test } from './support/test';

const rowOf = (lab: Page, label: string) => lab.getByRole('row').filter({ hasText: label });

/** Middle of a row's number, by which it is dragged. */
const handleOf = async (lab: Page, label: string): Promise<readonly [x: number, y: number]> => {
  const box = await rowOf(lab, label).getByRole('gridcell').first().boundingBox();
  if (box === null) throw new Error(`${label} is not drawn`);
  return [box.x + 12, box.y + box.height / 2];
};

/** Takes a row by its handle and moves by `rows`, without letting it go. */
const take = async (lab: Page, label: string, rows: number): Promise<void> => {
  const [x, y] = await handleOf(lab, label);
  await lab.mouse.move(x, y);
  await lab.mouse.down();
  await lab.mouse.move(x + 2, y + rows * 15);
  await lab.mouse.move(x + 4, y + rows * 30);
};

const order = async (lab: Page): Promise<string[]> => (await idsOf(lab)).map(({ label }) => label);

test('ids are put in order with the mouse, and a screen reader is told', async ({ launch }) => {
  const companion = await launch({ args: ['--lab'] });
  const lab = await labOf(companion);
  const count = 2_000;
  const lines = Array.from({ length: count }, (_, at) => `row ${at + 1}.,${randomUUID()}`);
  await writeClipboard(companion, lines.join('\n'));
  await lab.evaluate(async () => window.lab.labIds.paste());
  await rowOf(lab, 'row 1.').waitFor();

  await take(lab, 'row 2.', 2);
  await lab.mouse.up();
  await expect
    .poll(async () => (await order(lab)).slice(0, 5))
    .toEqual([1, 3, 4, 2, 5].map((number) => `row ${number}.`));
  const said = lab.getByRole('status').filter({ hasText: 'row 2.' });
  await expect(said).toContainText(
    sayLab('labIds.moved', { name: '', place: '4', count: String(count) }),
  );

  // Escape leaves it where it was, and so does a place that is its own.
  await take(lab, 'row 2.', -3);
  await lab.keyboard.press('Escape');
  await lab.mouse.up();
  await take(lab, 'row 5.', 0);
  await lab.mouse.up();
  // Held below the table it scrolls to the end, though the row itself is no longer drawn.
  await take(lab, 'row 1.', 3);
  await lab.mouse.move(300, 2_000);
  await rowOf(lab, `row ${count}.`).waitFor({ timeout: 30_000 });
  await lab.mouse.up();
  await expect.poll(async () => (await order(lab)).at(-1)).toBe('row 1.');
  expect((await order(lab)).slice(0, 4)).toEqual([3, 4, 2, 5].map((number) => `row ${number}.`));

  // Sorted or filtered there is no order of one's own to drag in.
  await lab
    .getByRole('columnheader', { name: sayLab('labIds.column.label') })
    .getByRole('button')
    .click();
  await lab.getByRole('grid').press('Home');
  const before = await order(lab);
  await take(lab, 'row 2.', 2);
  await lab.mouse.up();
  expect(await order(lab)).toEqual(before);
});

test('new users have a year of birth if one is given, and begin with onboarding if not', async ({
  launch,
}) => {
  const companion = await launch({ args: ['--lab'] });
  const { page } = companion;
  const lab = await labOf(companion);
  const button = (name: string) => lab.getByRole('button', { name, exact: true });
  const create = async (label: string, year: string | null): Promise<void> => {
    await lab.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus());
    if ((await idsOf(lab)).length > 0) {
      await button(sayLab('labIds.add')).click();
      await lab.getByRole('menuitem', { name: sayLab('labIds.create') }).click();
    } else await button(sayLab('labIds.create')).click();
    await lab.getByLabel(sayLab('labIds.column.label'), { exact: true }).fill(label);
    const field = lab.getByLabel(sayLab('labIds.yearOfBirth'));
    if (year !== null) await field.fill('2020');
    if (year !== null) await expect(button(sayLab('labIds.createAction'))).toBeDisabled();
    if (year !== null) await field.fill(year);
    await button(sayLab('labIds.createAction')).click();
    await rowOf(lab, label).waitFor();
  };
  const openScreen = async (label: string): Promise<void> => {
    await rowOf(lab, label).dblclick();
    await expect(rowOf(lab, label)).toContainText('Success');
  };
  await create('Asked', '');
  await create('Usual', null);
  await create('Chosen', '1971');

  await openScreen('Asked');
  await expect(page.locator('[data-screen="year-of-birth"]')).toBeVisible();
  await openScreen('Chosen');
  await expect(page.locator('[data-screen="choose-start"]')).toBeVisible();
  expect((await snapshotOf(page)).session).toMatchObject({ user: { yearOfBirth: 1971 } });
  await openScreen('Usual');
  expect((await snapshotOf(page)).session).toMatchObject({
    user: { yearOfBirth: new Date().getFullYear() - 40 },
  });
});

test('the two windows lie apart and lead to each other', async ({ launch }) => {
  const companion = await launch({ args: ['--lab'] });
  const { app } = companion;
  const lab = await labOf(companion);
  const bounds = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((each) => ({
      isLab: each.webContents.getURL().endsWith('/lab.html'),
      ...each.getBounds(),
    })),
  );
  const [of, over] = [bounds.find(({ isLab }) => !isLab), bounds.find(({ isLab }) => isLab)];
  if (!of || !over) throw new Error('A window is missing');
  const isBeside = over.x >= of.x + of.width || over.x + over.width <= of.x;
  expect(isBeside || (over.x > of.x && over.y > of.y), JSON.stringify(bounds)).toBe(true);

  const focused = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .filter((each) => each.isFocused())
        .map((each) => each.webContents.getURL().split('/').at(-1)),
    );
  await lab.getByRole('button', { name: sayLab('lab.listener') }).click();
  await expect.poll(focused).toEqual(['index.html']);
  await lab.keyboard.press('Control+Shift+L');
  await expect.poll(focused).toEqual(['index.html']);
  // Closed, it is opened again.
  const gone = companion.page.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => {
    const isLab = (each: Electron.BrowserWindow) => each.webContents.getURL().endsWith('/lab.html');
    BrowserWindow.getAllWindows()
      .find((each) => !isLab(each))
      ?.close();
  });
  await gone;
  const opened = app.waitForEvent('window');
  await lab.keyboard.press('Control+Shift+L');
  await expect((await opened).locator('[data-screen="welcome"]')).toBeVisible();
});
