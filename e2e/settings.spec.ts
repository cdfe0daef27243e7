import { chmodSync, chownSync, mkdirSync, statSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { appUser } from './support/environment';
import type { Companion } from './support/launch';
import {
  answerSaveDialog,
  makeProfile,
  notice,
  onScreen,
  openSettings,
  pasteKey,
  press,
  readClipboard,
  snapshotOf,
  userIdOf,
  writeClipboard,
} from './support/steps';
import { expect, test } from './support/test';
import { say } from './support/words';

const onDisk = async (companion: Companion, text: string): Promise<string[]> =>
  [...(await companion.readUserData())]
    .filter(([, bytes]) => bytes.includes(text))
    .map(([name]) => name);

test('copy the key, remove it from this computer, and come back with it', async ({ launch }) => {
  const companion = await launch();
  const { page } = companion;
  const userId = await makeProfile(page);
  await openSettings(page);
  await press(page, say('key.copy'));
  await expect(notice(page, 'outcome')).toContainText(say('key.copied', { seconds: '60' }));
  const key = await readClipboard(companion);
  await expect(page.getByText(`••••\u2009${key.slice(-4)}`).first()).toBeVisible();
  expect((await page.content()).includes(key)).toBe(false);

  await press(page, say('settings.remove'));
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText(say('settings.removeBodyEmbedded'));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await userIdOf(page)).toBe(userId);
  await press(page, say('settings.remove'));
  await dialog.getByRole('button', { name: say('settings.remove') }).click();
  await onScreen(page, 'welcome');
  await expect(notice(page, 'profile-removed')).toBeVisible();
  expect((await snapshotOf(page)).session).toMatchObject({ keptProfile: null });
  expect((await companion.readUserData()).has('profile.json')).toBe(false);
  // What was copied may be the last copy there is: the clipboard is the person's now.
  expect((await readClipboard(companion)) === key).toBe(true);

  await pasteKey(companion, key);
  await onScreen(page, 'profile');
  // It told of the profile before.
  await expect(notice(page, 'profile-removed')).toBeHidden();
  expect(await userIdOf(page)).toBe(userId);
});

test('the key leaves the clipboard with the app, and what others copied stays', async ({
  launch,
}) => {
  for (const others of [undefined, 'copied by another program']) {
    const companion = await launch();
    const { app, page } = companion;
    if (others === undefined) await makeProfile(page);
    await onScreen(page, 'profile');
    await openSettings(page);
    await press(page, say('key.copy'));
    await expect(notice(page, 'outcome')).toBeVisible();
    if (others !== undefined) await writeClipboard(companion, others);
    // The second before-quit comes after tidying up; held there, the app can be looked at.
    await app.evaluate((electron) => {
      let times = 0;
      electron.app.on('before-quit', (event) => {
        times += 1;
        if (times < 2) return;
        event.preventDefault();
        Object.assign(globalThis, { isTidy: true });
      });
      electron.app.quit();
    });
    await expect.poll(() => app.evaluate(() => 'isTidy' in globalThis)).toBe(true);
    expect(await readClipboard(companion)).toBe(others ?? '');
    await companion.kill9();
  }
});

test('export holds the user and no key, and says what went wrong', async ({ launch, home }) => {
  const companion = await launch();
  const { page } = companion;
  const userId = await makeProfile(page);
  await openSettings(page);
  const exportTo = async (file: string | null): Promise<void> => {
    await answerSaveDialog(companion, file);
    await press(page, say('settings.export'));
  };
  const shut = join(home.folder, 'shut');
  mkdirSync(shut);
  if (appUser) chownSync(shut, 0, 0);
  chmodSync(shut, 0o555);
  for (const file of [join(shut, 'a.json'), join(home.folder, 'missing', 'a.json'), shut]) {
    await exportTo(file);
    await expect(notice(page, 'outcome')).toContainText(say('errors.app/file-not-written'));
  }
  await exportTo(null);
  await expect(notice(page, 'outcome')).toBeHidden();

  const file = join(home.env.HOME, 'export.json');
  await exportTo(file);
  await expect(notice(page, 'outcome')).toContainText(say('settings.exported'));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = readFileSync(file, 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    format: 'mimi-companion-export',
    user: { userId, yearOfBirth: 1966, isAnonymous: true },
  });
  await press(page, say('key.copy'));
  await expect(notice(page, 'outcome')).toContainText('60');
  expect(text).not.toContain(await readClipboard(companion));
  expect(existsSync(join(shut, 'a.json'))).toBe(false);
});

test('deletion needs its word, and is for good', async ({ launch }) => {
  const companion = await launch();
  const { page } = companion;
  const userId = await makeProfile(page);
  await openSettings(page);
  await press(page, say('key.copy'));
  await expect(notice(page, 'outcome')).toBeVisible();
  const key = await readClipboard(companion);

  await press(page, say('settings.delete'));
  const dialog = page.getByRole('alertdialog');
  const confirm = dialog.getByRole('button', { name: say('settings.delete') });
  const word = dialog.getByRole('textbox');
  await expect(confirm).toBeDisabled();
  await word.fill('DELET');
  await expect(confirm).toBeDisabled();
  const refused = await page.evaluate(async () =>
    window.companion.session.deleteProfile({ confirmation: 'REMOVE' }),
  );
  expect(refused).toEqual({ ok: false, error: { code: 'input/confirmation-mismatch' } });
  expect(await userIdOf(page)).toBe(userId);

  await word.fill(say('confirm.delete'));
  await confirm.click();
  await onScreen(page, 'welcome');
  await expect(notice(page, 'profile-deleted')).toBeVisible();
  expect(await readClipboard(companion)).toBe('');
  expect((await snapshotOf(page)).session).toMatchObject({ keptProfile: null });
  expect(await onDisk(companion, key)).toEqual([]);
  expect(await onDisk(companion, userId)).toEqual([]);

  await pasteKey(companion, key);
  await expect(notice(page, 'outcome')).toContainText(say('errors.session/user-deleted'));
  expect((await snapshotOf(page)).session).toMatchObject({ status: 'signed-out' });
});

test('the report holds states and codes; about says what this is', async ({ launch, home }) => {
  const companion = await launch();
  const { app, page } = companion;
  const userId = await makeProfile(page);
  await openSettings(page);
  await press(page, say('key.copy'));
  await expect(notice(page, 'outcome')).toBeVisible();
  const key = await readClipboard(companion);
  await press(page, say('settings.report'));
  await expect(notice(page, 'outcome')).toContainText(say('settings.reported'));
  const report = await readClipboard(companion);
  const { versions } = await snapshotOf(page);
  expect(JSON.parse(report)).toMatchObject({ versions, session: { status: 'active' } });
  for (const secret of [key, key.slice(-4), userId, home.folder, '/home', '1966', 'eyJ']) {
    expect(report).not.toContain(secret);
  }
  expect(report).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|[\w-]{40,}/);

  await expect(page.getByText(say('settings.notAffiliated'))).toBeVisible();
  await expect(page.getByText(say('settings.version', { app: versions.app }))).toBeVisible();
  await expect(page.getByText(say('settings.runtime', versions))).toBeVisible();
  await app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => void Object.assign(globalThis, { opened: url });
  });
  await press(page, say('settings.linkGuide'));
  await expect
    .poll(() => app.evaluate(() => (globalThis as { opened?: string }).opened))
    .toMatch(/^https:\/\/mimihearingtechnologies\.github\.io\//);
});
