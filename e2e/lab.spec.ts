import { contract } from '../src/contract/ipc/contract';
import { channelOf, shapeOf, type Contract } from '../src/contract/ipc/define';
import { labContract } from '../src/contract/ipc/lab-contract';
import { isRunning } from '../scripts/process-tree';
import { idsOf, labOf, sayLab } from './support/lab-window';
import type { Companion } from './support/launch';
import {
  makeProfile,
  onScreen,
  openSettings,
  readClipboard,
  takeKey,
  userIdOf,
  writeClipboard,
} from './support/steps';
import { expect, test } from './support/test';
import { say } from './support/words';

test('ids are pasted, swapped and used up: the listener follows', async ({ launch }) => {
  const companion = await launch({ args: ['--lab'] });
  const { page } = companion;
  const lab = await labOf(companion);
  const first = await makeProfile(page);
  const key = await takeKey(companion);
  await writeClipboard(companion, `Anna, ${key}\n${key}\nnot an id\n`);
  const pasted = await lab.evaluate(async () => window.lab.labIds.paste());
  expect(pasted).toMatchObject({
    ok: true,
    value: {
      lines: [
        { line: 1, label: 'Anna', status: 'new' },
        { status: 'repeated' },
        { status: 'malformed' },
      ],
    },
  });
  const made = await lab.evaluate(async () =>
    window.lab.labIds.createUsers({ count: 3, label: 'Fresh' }),
  );
  expect(made).toMatchObject({ ok: true, value: { created: 3, outcome: { type: 'Success' } } });
  expect(await userIdOf(page)).toBe(first);

  const ids = await idsOf(lab);
  expect(ids.map(({ label, isCurrent }) => [label, isCurrent])).toEqual([
    ['Anna', true],
    ['Fresh 1', false],
    ['Fresh 2', false],
    ['Fresh 3', false],
  ]);
  const swapTo = (index: number) =>
    lab.evaluate(async (key) => window.lab.labIds.swap({ key }), ids[index]?.key ?? '');
  expect(await swapTo(1)).toMatchObject({ ok: true, value: { type: 'Success', code: null } });
  await expect.poll(() => userIdOf(page)).not.toBe(first);
  expect(await swapTo(0)).toMatchObject({ ok: true, value: { type: 'Success' } });
  await expect.poll(() => userIdOf(page)).toBe(first);
  expect((await idsOf(lab))[0]).toMatchObject({ isCurrent: true, lastOutcome: { code: null } });

  await writeClipboard(companion, ' \n');
  const skipped = await lab.evaluate(async () => window.lab.labIds.swapClipboard());
  expect(skipped).toMatchObject({ ok: true, value: { type: 'Skipped' } });
  await writeClipboard(companion, 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa');
  const failed = await lab.evaluate(async () => window.lab.labIds.swapClipboard());
  expect(failed).toMatchObject({
    ok: true,
    value: { type: 'Failure', code: 'session/unknown-id' },
  });
  expect(await userIdOf(page)).toBe(first);
});

/** Chooses the Lab in the menu, if it is there. */
const chooseInMenu = ({ app }: Companion, label: string): Promise<boolean> =>
  app.evaluate(({ Menu }, wanted) => {
    const menus = Menu.getApplicationMenu()?.items ?? [];
    const item = menus
      .flatMap(({ submenu }) => submenu?.items ?? [])
      .find((i) => i.label === wanted);
    item?.click();
    return item?.accelerator === 'CmdOrCtrl+Shift+L';
  }, label);

test('it is there only while it is switched on', async ({ launch }) => {
  const companion = await launch();
  const { page, app } = companion;
  await makeProfile(page);
  expect(await chooseInMenu(companion, say('menu.lab'))).toBe(false);
  await openSettings(page);
  await page.getByText(say('settings.labOn'), { exact: true }).click();
  await expect(page.getByText(say('settings.labOnHint'))).toBeVisible();
  const opened = app.waitForEvent('window');
  await expect.poll(() => chooseInMenu(companion, say('menu.lab'))).toBe(true);
  const lab = await opened;
  await lab.waitForLoadState();
  expect(await chooseInMenu(companion, say('menu.lab'))).toBe(true);
  expect(app.windows()).toHaveLength(2);
  const gone = lab.waitForEvent('close');
  await page.getByText(say('settings.labOff'), { exact: true }).click();
  await gone;
  await expect.poll(() => chooseInMenu(companion, say('menu.lab'))).toBe(false);
  await onScreen(page, 'settings');
});

test('each window is answered by its own calls alone', async ({ launch }) => {
  const companion = await launch({ args: ['--lab'] });
  const { app, page } = companion;
  const lab = await labOf(companion);
  const userId = await makeProfile(page);
  const globals = () => ['companion', 'lab', 'require', 'process'].filter((name) => name in window);
  expect(await page.evaluate(globals)).toEqual(['companion']);
  expect(await lab.evaluate(globals)).toEqual(['lab']);

  const channelsOf = (each: Contract): string[] =>
    Object.entries(shapeOf(each)).flatMap(([area, members]) =>
      Object.keys(members)
        .filter((name) => members[name] !== 'event')
        .map((name) => channelOf(area, name)),
    );
  // The very functions that answer, each asked by the other window's real main frame.
  const codes = await app.evaluate(
    async ({ ipcMain, webContents }, asked) => {
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<
        string,
        (event: object, input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>
      >;
      const pages = webContents.getAllWebContents();
      const told: Record<string, number> = {};
      for (const { channels, by } of asked) {
        const sender = pages.find((contents) => contents.getURL().endsWith(by));
        for (const channel of channels) {
          const event = { sender, senderFrame: sender?.mainFrame };
          const answer = await handlers.get(channel)?.(event, undefined);
          const outcome = `${by} ${answer?.error?.code ?? String(answer?.ok)}`;
          told[outcome] = (told[outcome] ?? 0) + 1;
        }
      }
      return told;
    },
    [
      { channels: channelsOf(contract), by: 'lab.html' },
      { channels: channelsOf(labContract), by: 'index.html' },
      { channels: ['lab:snapshot'], by: 'lab.html' },
      { channels: ['app:snapshot'], by: 'index.html' },
    ],
  );
  expect(codes).toEqual({
    'lab.html ipc/untrusted-sender': channelsOf(contract).length,
    'index.html ipc/untrusted-sender': channelsOf(labContract).length,
    'lab.html true': 1,
    'index.html true': 1,
  });
  expect(await userIdOf(page)).toBe(userId);
});

test('an id is shown in a window of its own, which nothing outlives', async ({ launch }) => {
  const companion = await launch({ args: ['--lab'] });
  const { app, page } = companion;
  const lab = await labOf(companion);
  await makeProfile(page);
  const key = await takeKey(companion);
  await lab.evaluate(async () => window.lab.labIds.addCurrent({ label: '<b>Anna</b>' }));
  const [row] = await idsOf(lab);
  await lab.getByRole('gridcell').getByText('Anna').click({ button: 'right' });
  const opened = app.waitForEvent('window');
  await lab.getByRole('menuitem', { name: sayLab('labIds.reveal') }).click();
  await opened;
  // Its page runs no script, so it is looked at from main.
  const facts = await app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    const small = windows.find((each) => each.getBounds().width < 600);
    const found = {
      pid: small?.webContents.getOSProcessId() ?? 0,
      pids: new Set(windows.map((each) => each.webContents.getOSProcessId())).size,
      windows: windows.length,
      title: small?.getTitle(),
    };
    small?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Escape' });
    return found;
  });
  const { pid, ...others } = facts;
  const title = sayLab('labReveal.title');
  expect(others).toEqual({ windows: 3, pids: 3, title });
  await expect.poll(() => app.windows().length).toBe(2);
  // Its process, the only one of a page that held the id, ends with it.
  await expect.poll(() => isRunning(pid)).toBe(false);
  for (const each of [page, lab]) {
    const html = await each.evaluate(() => document.documentElement.outerHTML);
    expect(html.includes(key)).toBe(false);
  }
  const copied = await lab.evaluate(
    async (rowKey) => window.lab.labIds.copy({ key: rowKey }),
    row?.key ?? '',
  );
  expect(copied).toEqual({ ok: true, value: { clearsAfterSeconds: 60 } });
  expect((await readClipboard(companion)) === key).toBe(true);
});
