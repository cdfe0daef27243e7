import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { inspect } from './screens/views';
import type { Companion } from './support/launch';
import {
  makeProfile,
  notice,
  onScreen,
  openSettings,
  press,
  snapshotOf,
  takeKey,
  userIdOf,
} from './support/steps';
import { expect, test } from './support/test';
import { createTestHome } from './support/test-home';
import { say } from './support/words';

const PASSPHRASE = 'a lighthouse at low tide';

/** Answers the dialogs for saving and for opening a file. */
const answerDialogs = ({ app }: Companion, file: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);

const fillPassphrases = async (page: Page, first: string, second = first): Promise<void> => {
  await page.getByLabel(say('kit.passphrase'), { exact: true }).fill(first);
  await page.getByLabel(say('kit.repeat')).fill(second);
};

/** From the screen for opening a kit: chooses `file` and gives the passphrase. */
const open = async (companion: Companion, file: string, passphrase: string): Promise<void> => {
  const { page } = companion;
  await answerDialogs(companion, file);
  const choose = [say('kit.chooseFile'), say('kit.chooseOther')];
  await page.getByRole('button', { name: new RegExp(choose.join('|')) }).click();
  const field = page.getByLabel(say('kit.passphrase'), { exact: true });
  await expect(field).toBeVisible();
  await field.fill(passphrase);
  await press(page, say('kit.restore'));
};

const testIdsOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const answer = await window.companion.tests.history({ before: null });
    return answer.ok ? answer.value.tests.map(({ id }) => id) : [answer.error.code];
  });

const outcomeSays = async (page: Page, words: string): Promise<void> => {
  await expect(notice(page, 'outcome')).toContainText(words);
};

test('a kit brings the profile back on a computer that knows nothing of it', async ({
  launch,
  desktop,
  home,
}) => {
  const first = await launch();
  const { page } = first;
  await makeProfile(page);
  const key = await takeKey(first);
  const tests = await testIdsOf(page);
  expect(tests).toHaveLength(1);
  const file = join(home.env.HOME, 'my.mimikit');

  // The reminder leads to the screen; nothing is saved before both fields are right.
  await expect(notice(page, 'kit-reminder')).toBeVisible();
  await notice(page, 'kit-reminder')
    .getByRole('button', { name: say('kit.save') })
    .click();
  await onScreen(page, 'save-kit');
  await answerDialogs(first, file);
  await fillPassphrases(page, 'too short');
  await press(page, say('kit.choosePlace'));
  await expect(page.getByText(say('kit.short', { count: 1 }))).toBeVisible();
  await fillPassphrases(page, PASSPHRASE, 'a lighthouse at high tide');
  await press(page, say('kit.choosePlace'));
  await expect(page.getByText(say('kit.differs'))).toBeVisible();
  await fillPassphrases(page, PASSPHRASE);
  await page.keyboard.press('Enter');
  // Where it was begun, without a word of a kit any more.
  await onScreen(page, 'profile');
  await outcomeSays(page, say('kit.saved'));
  await expect(notice(page, 'kit-reminder')).toBeHidden();
  await openSettings(page);
  await expect(page.getByText(say('kit.madeHint'))).toBeVisible();
  expect(statSync(file).mode & 0o777).toBe(0o600);

  // Neither the id nor the passphrase lies anywhere in the open.
  const files = [...(await first.readUserData()), [file, readFileSync(file)] as const];
  for (const [name, bytes] of files) {
    for (const secret of [key, key.replaceAll('-', ''), PASSPHRASE])
      expect(bytes.includes(secret), name).toBe(false);
  }
  await first.kill9();
  rmSync(first.userData, { recursive: true });

  const fresh = createTestHome(desktop.user);
  try {
    const second = await launch({ home: fresh });
    await press(second.page, say('welcome.have'));
    await press(second.page, say('kit.open'));
    // By keyboard alone: the field takes the focus once a file is chosen.
    await onScreen(second.page, 'open-kit');
    await answerDialogs(second, file);
    await second.page.keyboard.press('Tab');
    await second.page.keyboard.press('Enter');
    await expect(second.page.getByLabel(say('kit.passphrase'), { exact: true })).toBeFocused();
    await second.page.keyboard.type(PASSPHRASE);
    await second.page.keyboard.press('Enter');
    await onScreen(second.page, 'profile');
    await outcomeSays(second.page, say('kit.restored'));
    expect((await takeKey(second)) === key).toBe(true);
    expect(await testIdsOf(second.page)).toEqual(tests);
    expect((await snapshotOf(second.page)).session).toMatchObject({ user: { yearOfBirth: 1966 } });
    await expect(notice(second.page, 'kit-reminder')).toBeHidden();
    await second.kill9();
  } finally {
    await fresh.remove();
  }
});

test('what does not open changes nothing, and what does keeps the profile before it', async ({
  launch,
  home,
}) => {
  const companion = await launch();
  const { page } = companion;
  const own = await makeProfile(page);
  const file = join(home.env.HOME, 'own.mimikit');
  await answerDialogs(companion, file);
  const saved = await page.evaluate(
    async (passphrase) => window.companion.recovery.saveKit({ passphrase }),
    PASSPHRASE,
  );
  expect(saved).toEqual({ ok: true, value: 'saved' });
  const made = await page.evaluate(async () => {
    await window.companion.session.removeFromComputer();
    return window.companion.session.createProfile({ yearOfBirth: 1980 });
  });
  expect(made).toMatchObject({ ok: true });
  await onScreen(page, 'choose-start');
  const other = await userIdOf(page);
  expect(other).not.toBe(own);
  await press(page, say('profile.settings'));
  await expect(page.getByText(say('kit.none'))).toBeVisible();
  await press(page, say('kit.open'));
  await onScreen(page, 'open-kit');
  await expect(notice(page, 'kept-profile')).toContainText((await takeKey(companion)).slice(-4));

  const before = { ...(await snapshotOf(page)), revision: 0 };
  await open(companion, file, `${PASSPHRASE}s`);
  await outcomeSays(page, say('errors.kit/wrong-passphrase'));
  const bytes = readFileSync(file);
  const damaged = join(home.env.HOME, 'damaged.mimikit');
  for (const [content, words] of [
    [bytes.subarray(0, -7), say('errors.kit/damaged')],
    [Buffer.from('a photo, perhaps'), say('errors.kit/not-a-kit')],
  ] as const) {
    writeFileSync(damaged, content);
    chmodSync(damaged, 0o644);
    await answerDialogs(companion, damaged);
    await press(page, say('kit.chooseOther'));
    await outcomeSays(page, words);
  }
  bytes[bytes.length - 40] = (bytes.at(-40) ?? 0) ^ 1;
  writeFileSync(damaged, bytes);
  await open(companion, damaged, PASSPHRASE);
  await outcomeSays(page, say('errors.kit/wrong-passphrase'));
  expect({ ...(await snapshotOf(page)), revision: 0 }).toEqual(before);
  expect(await userIdOf(page)).toBe(other);

  await open(companion, file, PASSPHRASE);
  await onScreen(page, 'profile');
  expect(await userIdOf(page)).toBe(own);
  // Closed, the profile that was open before is there to be opened.
  expect(
    await page.evaluate(async () => window.companion.session.removeFromComputer()),
  ).toMatchObject({ ok: true });
  await page.getByRole('button', { name: say('welcome.open') }).click();
  await onScreen(page, 'choose-start');
  expect(await userIdOf(page)).toBe(other);
});

test('how it looks: no barrier, and no account', async ({ launch, home }) => {
  const companion = await launch();
  const { page } = companion;
  await makeProfile(page);
  const file = join(home.env.HOME, 'looks.mimikit');
  await answerDialogs(companion, file);
  await openSettings(page);
  await press(page, say('kit.save'));
  await fillPassphrases(page, PASSPHRASE, 'another');
  await press(page, say('kit.choosePlace'));
  await inspect(companion, 'save-kit');
  await fillPassphrases(page, PASSPHRASE);
  await press(page, say('kit.choosePlace'));
  await onScreen(page, 'settings');
  await press(page, say('kit.open'));
  await open(companion, file, 'not the right one');
  await outcomeSays(page, say('errors.kit/wrong-passphrase'));
  await inspect(companion, 'open-kit');
});
