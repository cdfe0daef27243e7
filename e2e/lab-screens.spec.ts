import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { LAB_VIEWS } from '../src/renderer/lab/stores/lab-ui-store';
import type { SessionControl } from '../src/renderer/lab/stores/session-view-store';
import { barriers, nameOf, speak, VIEWS, type View } from './screens/views';
import { labOf, openView, sayLab } from './support/lab-window';
import type { Companion } from './support/launch';
import {
  answerSaveDialog,
  makeProfile,
  readClipboard,
  takeKey,
  userIdOf,
  writeClipboard,
} from './support/steps';
import { expect, test } from './support/test';

const FOLDER = join('test-results', 'lab-screens');

/** Both themes, the smallest window in both languages, forced colours. */
const LOOKS = VIEWS.filter(
  ({ language, theme, size, isForced }) =>
    isForced || language === 'de' || (theme === 'dark') === size[0] > 1000,
);

const take = async ({ app, page }: Companion, lab: Page, view: View): Promise<void> => {
  await app.evaluate(({ BrowserWindow }, [width, height]) => {
    const isLab = (each: Electron.BrowserWindow) => each.webContents.getURL().endsWith('/lab.html');
    BrowserWindow.getAllWindows().find(isLab)?.setContentSize(width, height);
  }, view.size);
  await lab.emulateMedia({
    colorScheme: view.theme,
    forcedColors: view.isForced ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  await speak(page, view.language);
  await expect(lab.locator('html')).toHaveAttribute('lang', view.language);
  await expect.poll(() => lab.evaluate(() => [innerWidth, innerHeight])).toEqual(view.size);
};

const rows = (lab: Page) => lab.getByRole('row').filter({ has: lab.getByRole('gridcell') });

const createUsers = async (lab: Page, count: number): Promise<void> => {
  await lab.getByRole('button', { name: sayLab('labIds.create') }).click();
  await lab.getByLabel(sayLab('labIds.howMany')).fill(String(count));
  await lab.getByRole('button', { name: sayLab('labIds.createAction'), exact: true }).click();
  await expect(rows(lab)).toHaveCount(count);
};

test('every view in both themes and in forced colours, without barriers', async ({ launch }) => {
  const companion = await launch({ args: ['--lab'] });
  const lab = await labOf(companion);
  await makeProfile(companion.page);
  await createUsers(lab, 4);
  await lab.keyboard.press('ArrowDown');
  await lab.keyboard.press('Enter');
  await expect(rows(lab).first()).toContainText('Success');
  mkdirSync(FOLDER, { recursive: true });
  for (const look of LOOKS) {
    await take(companion, lab, look);
    for (const view of LAB_VIEWS) {
      const name = `${view}-${nameOf(look)}`;
      await lab.keyboard.press(`Control+${LAB_VIEWS.indexOf(view) + 1}`);
      await lab.locator(`[data-lab-view="${view}"]`).waitFor();
      await lab.screenshot({ path: join(FOLDER, `${name}.png`) });
      const room = await lab.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect.soft(room, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      const head = await lab.locator(`[data-lab-view="${view}"] > header`).boundingBox();
      expect.soft(head?.height, `${name} breaks its header`).toBeLessThan(60);
      if (look.language === 'en' && !look.isForced)
        expect.soft(await barriers(lab, look), name).toEqual([]);
    }
  }
});

test('ids by keyboard: swap, rename, order, copy, find, remove', async ({ launch }) => {
  const companion = await launch({ args: ['--lab'] });
  const { page } = companion;
  const lab = await labOf(companion);
  const first = await makeProfile(page);
  const key = await takeKey(companion);
  await createUsers(lab, 3);
  const labels = (): Promise<string[]> =>
    lab
      .locator('[role=row] > [role=gridcell]:nth-child(2)')
      .evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent ?? ''));

  await lab.keyboard.press('ArrowDown');
  await lab.keyboard.press('ArrowDown');
  await lab.keyboard.press('Enter');
  await expect.poll(() => userIdOf(page)).not.toBe(first);
  await expect(rows(lab).nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(lab.locator('[data-status="current"]')).toContainText('User 2');
  // One click, and the keys stay where they were; the current one has no such button.
  const swapTo = (name: string) =>
    lab.getByRole('button', { name: sayLab('labIds.swapTo', { name }), exact: true });
  await expect(swapTo('User 2')).toHaveCount(0);
  await swapTo('User 3').click();
  await expect(rows(lab).nth(2)).toHaveAttribute('aria-current', 'true');
  await expect(swapTo('User 3')).toHaveCount(0);
  await expect(lab.getByRole('grid')).toBeFocused();
  await swapTo('User 2').click();
  await expect(rows(lab).nth(1)).toHaveAttribute('aria-current', 'true');

  await lab.keyboard.press('Shift+F10');
  await lab.getByRole('menuitem', { name: sayLab('labIds.rename') }).press('Enter');
  await lab.getByLabel(sayLab('labIds.newLabel')).fill('Renamed');
  await lab.keyboard.press('Enter');
  await expect.poll(labels).toEqual(['User 1', 'Renamed', 'User 3']);
  await lab.keyboard.press('Alt+ArrowUp');
  await expect.poll(labels).toEqual(['Renamed', 'User 1', 'User 3']);

  await lab.keyboard.press('Control+c');
  await expect(lab.locator('[data-notice="outcome"]')).toBeVisible();
  const copied = await readClipboard(companion);
  expect(copied).toMatch(/^[0-9a-f-]{36}$/);
  await expect(lab.locator('body')).not.toContainText(copied);

  await writeClipboard(companion, `Anna, ${key}\n${key}\nnot an id\n`);
  await lab.keyboard.press('Control+v');
  const report = lab.getByRole('dialog');
  await expect(report).toContainText(sayLab('labIds.status.repeated'));
  await expect(report).toContainText(sayLab('labIds.status.malformed'));
  await lab.keyboard.press('Escape');
  await expect.poll(labels).toEqual(['Renamed', 'User 1', 'User 3', 'Anna']);

  await lab.keyboard.press('Control+f');
  await lab.keyboard.type('user');
  await expect.poll(labels).toEqual(['User 1', 'User 3']);
  await lab.keyboard.press('Escape');
  await lab.getByRole('grid').focus();
  await lab.keyboard.press('Home');
  await lab.keyboard.press('Shift+ArrowDown');
  await lab.keyboard.press('Delete');
  await lab.getByRole('button', { name: sayLab('labIds.remove'), exact: true }).click();
  await expect.poll(labels).toEqual(['User 3', 'Anna']);
  // Out of the table is not out of the session.
  expect(await userIdOf(page)).not.toBe(first);

  await lab.keyboard.press('End');
  await lab.keyboard.press('Enter');
  await expect.poll(() => userIdOf(page)).toBe(first);
});

test('the set leaves encrypted and comes back, and a wrong passphrase adds nothing', async ({
  launch,
}) => {
  const companion = await launch({ args: ['--lab'] });
  const lab = await labOf(companion);
  const button = (name: string) => lab.getByRole('button', { name, exact: true });
  const file = join(companion.home.folder, 'ids.set');
  await createUsers(lab, 3);
  await answerSaveDialog(companion, file);
  await companion.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);

  await button(sayLab('labIds.export')).click();
  await lab.getByLabel(sayLab('kit.passphrase'), { exact: true }).fill('correct horse battery');
  await button(sayLab('labIds.exportAction')).click();
  // The two are not the same yet.
  await expect(lab.getByText(sayLab('kit.differs'))).toBeVisible();
  await lab.getByLabel(sayLab('kit.repeat')).fill('correct horse battery');
  await button(sayLab('labIds.exportAction')).click();
  await expect(lab.getByRole('dialog')).toBeHidden();

  await lab.getByRole('grid').focus();
  await lab.keyboard.press('Control+a');
  await lab.keyboard.press('Delete');
  await button(sayLab('labIds.remove')).click();
  await expect(rows(lab)).toHaveCount(0);

  await button(sayLab('labIds.import')).click();
  const passphrase = lab.getByLabel(sayLab('kit.passphrase'));
  await passphrase.fill('wrong horse battery');
  await button(sayLab('labIds.open')).click();
  await expect(lab.getByRole('dialog')).toContainText(sayLab('errors.lab/wrong-passphrase'));
  await passphrase.fill('correct horse battery');
  await button(sayLab('labIds.open')).click();
  await expect(lab.getByRole('dialog')).toContainText(sayLab('labIds.lines.new', { count: '3' }));
  await expect(rows(lab)).toHaveCount(0);
  await button(sayLab('labIds.commit', { count: 3 })).click();
  await expect(rows(lab)).toHaveCount(3);
});

test('each control of the session tells how it ended', async ({ launch }) => {
  const companion = await launch({ args: ['--lab'] });
  const { page } = companion;
  const lab = await labOf(companion);
  const userId = await makeProfile(page);
  await openView(lab, 'session');
  const press = async (control: SessionControl, outcome: string): Promise<void> => {
    const name = sayLab(`labSession.${control}`);
    await lab.getByRole('button', { name, exact: true }).click();
    const item = lab.getByRole('listitem').filter({ hasText: name });
    await expect(item.locator('[data-outcome]')).toContainText(outcome);
  };
  const fact = (name: 'state' | 'epoch' | 'userId') =>
    lab
      .locator('dl > div')
      .filter({ hasText: sayLab(`labSession.fact.${name}`) })
      .locator('dd');

  await expect(fact('userId')).toHaveText(userId);
  await press('expireToken', 'Success');
  await press('refuseNextRefresh', 'Success');
  await press('reload', 'Success');
  // Refused once, opened again by the id: nobody was put out.
  expect(await userIdOf(page)).toBe(userId);
  await writeClipboard(companion, 'not an id');
  await press('swapClipboard', 'session/invalid-id-format');
  await writeClipboard(companion, ' \n');
  await press('swapClipboard', sayLab('labSession.skipped.blank'));
  await expect(lab.locator('[data-notice="outcome"]')).toContainText(
    sayLab('labSession.skipped.blank'),
  );
  await press('logout', 'Success');
  await expect(fact('state').first()).toHaveText('NoUser');
  await expect(fact('userId')).toHaveText('–');
  expect(await userIdOf(page)).toBeUndefined();
  await press('logout', 'Skipped');
});

test('the user is deleted once the word for it is typed', async ({ launch }) => {
  const companion = await launch({ args: ['--lab'] });
  const { page } = companion;
  const lab = await labOf(companion);
  await makeProfile(page);
  await openView(lab, 'session');
  const name = sayLab('labSession.deleteUser');
  await lab.getByRole('button', { name, exact: true }).click();
  const dialog = lab.getByRole('dialog');
  const word = dialog.getByRole('textbox');
  await expect(word).toBeFocused();
  await word.fill(sayLab('confirm.delete').slice(1));
  await word.press('Enter');
  await expect(dialog.getByRole('button', { name, exact: true })).toBeDisabled();
  expect(await userIdOf(page)).toBeDefined();
  await word.fill(` ${sayLab('confirm.delete').toLowerCase()} `);
  await word.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(lab.getByRole('listitem').filter({ hasText: name })).toContainText('Success');
  expect(await userIdOf(page)).toBeUndefined();
});
