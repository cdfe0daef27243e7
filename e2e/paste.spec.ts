import {
  notice,
  onScreen,
  pasteKey,
  press,
  readClipboard,
  snapshotOf,
  takeKey,
  userIdOf,
  writeClipboard,
  makeProfile,
} from './support/steps';
import { expect, test } from './support/test';
import { startRemoteService } from './support/remote-service';
import { say } from './support/words';

test('a pasted key is proven before anything changes', async ({ launch }) => {
  const companion = await launch();
  const { page } = companion;
  const userId = await makeProfile(page);
  const key = await takeKey(companion);
  const removed = await page.evaluate(async () => window.companion.session.removeFromComputer());
  expect(removed).toMatchObject({ ok: true });
  await onScreen(page, 'welcome');

  const malformed = say('errors.session/invalid-id-format');
  const unknown = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
  // By name: a failure's report must not show a key.
  for (const [name, text, sentence] of [
    ['nothing', '', say('paste.skipped')],
    ['blanks', ' \n\t ', say('paste.skipped')],
    ['words', 'not a key', malformed],
    ['capitals', key.toUpperCase(), malformed],
    ['no hyphens', key.replaceAll('-', ''), malformed],
    ['braces', `{${key}}`, malformed],
    ['two keys', `${key} ${key}`, malformed],
    ['another version of UUID', `${key.slice(0, 14)}7${key.slice(15)}`, malformed],
    ['a megabyte', 'x'.repeat(1_000_000), malformed],
    ['a stranger', unknown, say('errors.session/unknown-id')],
  ] as const) {
    await pasteKey(companion, text);
    await expect(notice(page, 'outcome'), name).toContainText(sentence);
    expect((await snapshotOf(page)).session).toMatchObject({ status: 'signed-out' });
  }

  await writeClipboard(companion, `\n  ${key}\t`);
  await page.keyboard.press('Control+V');
  await onScreen(page, 'profile');
  expect(await userIdOf(page)).toBe(userId);
  expect((await readClipboard(companion)).includes(key)).toBe(true);
});

test('pasting another key switches, and a refused one leaves the profile open', async ({
  launch,
}) => {
  const companion = await launch();
  const { page } = companion;
  const first = await makeProfile(page);
  const firstKey = await takeKey(companion);
  await page.evaluate(async () => window.companion.session.removeFromComputer());
  const second = await makeProfile(page);
  expect(second).not.toBe(first);

  const paste = () => page.evaluate(async () => window.companion.session.pasteAnonymousId());
  await writeClipboard(companion, 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa');
  expect(await paste()).toMatchObject({ ok: false, error: { code: 'session/unknown-id' } });
  expect(await userIdOf(page)).toBe(second);
  await writeClipboard(companion, firstKey);
  expect(await paste()).toEqual({ ok: true, value: 'success' });
  expect(await userIdOf(page)).toBe(first);
  expect(await paste()).toEqual({ ok: true, value: 'success' });
});

test('a paste that takes long can be cancelled', async ({ launch, home }) => {
  const service = await startRemoteService(home);
  const companion = await launch({ env: service.env });
  const { page } = companion;
  await onScreen(page, 'welcome');
  service.proxy.set({ type: 'hang' });
  await pasteKey(companion, 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa');
  await expect(page.getByText(say('paste.pending')).first()).toBeVisible();
  // One way in at a time: what is dropped meanwhile is left where it was.
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'picture.png'));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer }));
  });
  await page.keyboard.press('Control+V');
  await snapshotOf(page);
  await expect(notice(page, 'outcome')).toBeHidden();
  await press(page, say('app.cancel'));
  await expect(notice(page, 'outcome')).toContainText(say('app.cancelled'));
  await expect(page.getByText(say('paste.pending'))).toHaveCount(0);
  expect((await snapshotOf(page)).session).toMatchObject({
    status: 'signed-out',
    loading: { status: 'done' },
  });
  await service.close();
});
