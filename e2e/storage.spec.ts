import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Libsql from 'libsql';
import { CORRUPT_FILES } from '../src/main/secrets/spec-support/corrupt-files';
import { copyHome, ownTree } from './support/kept-home';
import {
  makeProfile,
  notice,
  onScreen,
  pasteKey,
  press,
  snapshotOf,
  takeKey,
  userIdOf,
} from './support/steps';
import { expect, test } from './support/test';
import { createTestHome } from './support/test-home';
import { say } from './support/words';

const blockedBy = async (page: Page, cause: string): Promise<void> => {
  await onScreen(page, 'blocked');
  // Trying again, the screen stays while it is read anew.
  const session = async () => (await snapshotOf(page)).session;
  await expect.poll(session).toMatchObject({ status: 'blocked', cause });
};

test('without a keyring the key is in memory, until weaker protection is asked for', async ({
  launch,
  makeKeyring,
}) => {
  const keyring = await makeKeyring('none');
  const first = await launch({ keyring });
  const { page } = first;
  const lost = await makeProfile(page);
  const said = notice(page, 'storage');
  await expect(said).toContainText(say('errors.secrets/no-keyring'));
  await said.getByRole('button', { name: say('key.copy') }).click();
  await expect(notice(page, 'outcome')).toContainText(say('key.copied', { seconds: '60' }));
  expect([...(await first.readUserData()).keys()].filter((n) => n.startsWith('secrets'))).toEqual(
    [],
  );
  const key = await takeKey(first);
  await first.close();

  const second = await launch({ keyring });
  await onScreen(second.page, 'welcome');
  await pasteKey(second, key);
  await onScreen(second.page, 'profile');
  expect(await userIdOf(second.page)).toBe(lost);
  await notice(second.page, 'storage')
    .getByRole('button', { name: say('storage.weaker') })
    .click();
  const dialog = second.page.getByRole('alertdialog');
  await expect(dialog).toContainText(say('storage.weakerBody'));
  await dialog.getByRole('button', { name: say('storage.weakerConfirm') }).click();
  await expect(notice(second.page, 'storage')).toBeHidden();
  await expect(second.page.getByText(say('status.keyFile'))).toBeVisible();
  const keyFile = join(second.userData, 'secrets-key.bin');
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  const plain = [...(await second.readUserData())].filter(([, bytes]) => bytes.includes(key));
  expect(plain.map(([name]) => name)).toEqual([]);
  await second.kill9();

  const third = await launch({ keyring });
  await onScreen(third.page, 'profile');
  expect(await userIdOf(third.page)).toBe(lost);
  await third.close();

  // A keyring that has appeared since takes over.
  const fourth = await launch();
  await onScreen(fourth.page, 'profile');
  await expect(fourth.page.getByText(say('status.keyring'))).toBeVisible();
  await expect.poll(async () => (await fourth.readUserData()).has('secrets-key.bin')).toBe(false);
});

test('a locked keyring is waited for, and nothing is made meanwhile', async ({
  launch,
  makeKeyring,
}) => {
  const keyring = await makeKeyring('unlocked');
  const first = await launch({ keyring });
  const userId = await makeProfile(first.page);
  await first.close();
  const before = (await first.readUserData()).get('secrets.json');
  keyring.lock();

  const second = await launch({ keyring });
  const { app, page } = second;
  await blockedBy(page, 'secrets/locked');
  await expect(page.getByText(say('blocked.locked'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('welcome.have') })).toBeHidden();
  await press(page, say('app.tryAgain'));
  await blockedBy(page, 'secrets/locked');
  const refused = await page.evaluate(async () =>
    window.companion.session.createProfile({ yearOfBirth: 1970 }),
  );
  expect(refused).toMatchObject({ ok: false, error: { code: 'session/storage-blocked' } });
  expect((await second.readUserData()).get('secrets.json')).toEqual(before);

  keyring.unlock();
  await app.evaluate((electron) => {
    electron.app.relaunch = () => void Object.assign(globalThis, { relaunched: true });
    electron.app.quit = () => undefined;
  });
  await press(page, say('blocked.restart'));
  await expect.poll(() => app.evaluate(() => 'relaunched' in globalThis)).toBe(true);
  await second.kill9();
  const third = await launch({ keyring });
  await onScreen(third.page, 'profile');
  expect(await userIdOf(third.page)).toBe(userId);
});

test('a key gone from the keyring leaves the file alone, and every way out works', async ({
  launch,
  makeKeyring,
  desktop,
  home,
}) => {
  const keyring = await makeKeyring('unlocked');
  const first = await launch({ keyring });
  const userId = await makeProfile(first.page);
  const key = await takeKey(first);
  const name = await first.app.evaluate((electron) => electron.app.getName());
  await first.close();
  keyring.deleteKey(name);
  const secrets = (await first.readUserData()).get('secrets.json');
  const asideOf = (files: Map<string, Buffer>) =>
    [...files].some(([path, bytes]) => /unreadable/.test(path) && secrets?.equals(bytes));

  const copied = createTestHome(desktop.user);
  copyHome(home, copied);
  const second = await launch({ keyring });
  const { page } = second;
  await blockedBy(page, 'secrets/unreadable');
  await press(page, say('app.tryAgain'));
  await blockedBy(page, 'secrets/unreadable');
  const refused = await page.evaluate(async () =>
    window.companion.session.createProfile({ yearOfBirth: 1970 }),
  );
  expect(refused).toMatchObject({ ok: false, error: { code: 'session/storage-blocked' } });
  expect((await second.readUserData()).get('secrets.json')).toEqual(secrets);
  await pasteKey(second, key);
  await onScreen(page, 'profile');
  expect(await userIdOf(page)).toBe(userId);
  expect(asideOf(await second.readUserData())).toBe(true);
  await second.close();

  keyring.deleteKey(name);
  const other = await launch({ keyring, home: copied });
  await blockedBy(other.page, 'secrets/unreadable');
  await press(other.page, say('blocked.startOver'));
  const dialog = other.page.getByRole('alertdialog');
  const confirm = dialog.getByRole('button', { name: say('blocked.startOver') });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox').fill(say('confirm.startOver'));
  await confirm.click();
  await onScreen(other.page, 'welcome');
  expect(asideOf(await other.readUserData())).toBe(true);
  expect(await makeProfile(other.page)).not.toBe(userId);
  await other.close();
  await copied.remove();
});

/** Users in the embedded service's database, counted beside the app. Throws when it cannot be read. */
const usersIn = (folder: string): number => {
  const database = new Libsql(join(folder, 'service.db'), { readonly: true });
  try {
    return (database.prepare('SELECT count(*) AS n FROM users').get() as { n: number }).n;
  } finally {
    database.close();
  }
};

const KINDS = ['empty', 'NULs of the same length', 'cut at 50 %', 'a block of 0xff', 'an HTML page']
  .map((name) => CORRUPT_FILES.find((kind) => kind.name === name))
  .filter((kind) => kind !== undefined);

test('corrupt files: the app starts, keeps the bytes and makes no user', async ({
  launch,
  desktop,
  home,
}) => {
  test.setTimeout(120_000);
  expect(KINDS).toHaveLength(5);
  const first = await launch();
  const userId = await makeProfile(first.page);
  await first.page.evaluate(async () => window.companion.preferences.update({ theme: 'light' }));
  await first.close();

  /** Damages files of a copy of that home, starts the app on it, and looks. */
  const damaged = async (
    kind: (typeof KINDS)[number],
    names: readonly string[],
    look: (page: Page, folder: string) => Promise<void>,
  ): Promise<void> => {
    const copy = createTestHome(desktop.user);
    copyHome(home, copy);
    const folder = first.userData.replace(home.folder, copy.folder);
    const bytes = names.map((name) => {
      kind.apply(join(folder, name));
      return readFileSync(join(folder, name));
    });
    ownTree(folder);
    const companion = await launch({ home: copy });
    await test.step(`${kind.name}: ${names.join(', ')}`, () => look(companion.page, folder));
    await companion.close();
    const kept = [...(await companion.readUserData()).values()];
    for (const [index, was] of bytes.entries()) {
      const found = kept.some((content) => content.equals(was));
      expect(found, `${kind.name}: ${names[index] ?? ''} is kept`).toBe(true);
    }
    await copy.remove();
  };

  for (const kind of KINDS) {
    await damaged(kind, ['secrets.json', 'secrets.json.bak'], async (page, folder) => {
      await blockedBy(page, 'secrets/unreadable');
      expect((await snapshotOf(page)).preferences).toMatchObject({ theme: 'light' });
      const refused = await page.evaluate(async () =>
        window.companion.session.createProfile({ yearOfBirth: 1970 }),
      );
      expect(refused).toMatchObject({ ok: false, error: { code: 'session/storage-blocked' } });
      expect(usersIn(folder)).toBe(1);
    });
    await damaged(
      kind,
      ['settings.json', 'service.db', 'service.backup.db'],
      async (page, folder) => {
        await onScreen(page, 'profile');
        expect(await userIdOf(page)).toBe(userId);
        await expect(notice(page, 'service')).toContainText(say('errors.service/data-unreadable'));
        const { preferences, notices } = await snapshotOf(page);
        expect(preferences).toEqual({ theme: 'system', language: 'system', lab: false });
        expect(notices).toMatchObject([{ type: 'preferences-reset' }]);
        expect(() => usersIn(folder)).toThrow();
      },
    );
  }
  const [kind] = KINDS;
  if (kind) {
    await damaged(kind, ['service.db'], async (page) => {
      await expect(notice(page, 'service-data-restored-from-copy')).toBeVisible();
      expect(await userIdOf(page)).toBe(userId);
    });
    await damaged(kind, ['secrets.json'], async (page, folder) => {
      await onScreen(page, 'profile');
      expect(await userIdOf(page)).toBe(userId);
      expect(usersIn(folder)).toBe(1);
    });
  }
});
