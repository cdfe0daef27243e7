import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { FEW_VIEWS, inspect } from './screens/views';
import { takePicture, type Shot } from './support/code-pictures';
import type { Companion } from './support/launch';
import { canScanMemory, scanMemory } from './support/scan-memory';
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
import { readTree } from './support/test-home';
import { say } from './support/words';

const answerDialogs = ({ app }: Companion, file: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);

const windowsOf = ({ app }: Companion): Promise<number> =>
  app.evaluate(({ webContents }) => webContents.getAllWebContents().length);

const pagePids = ({ app }: Companion): Promise<number[]> =>
  app.evaluate((electron) =>
    electron.app
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ pid }) => pid),
  );

test('a page to print, made where no listener page and no file can see the key', async ({
  launch,
  home,
}) => {
  const companion = await launch();
  const { page } = companion;
  await makeProfile(page);
  const key = await takeKey(companion);
  const listener = await pagePids(companion);
  const file = join(home.env.HOME, 'page.pdf');
  await answerDialogs(companion, file);
  await openSettings(page);
  await press(page, say('kit.save'));
  await press(page, say('kit.paperSave'));
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText(say('kit.paperAskEmbedded'));
  await inspect(companion, 'paper-dialog', FEW_VIEWS);
  await dialog.getByRole('button', { name: say('kit.paperSave') }).click();
  await expect(notice(page, 'outcome')).toContainText(say('kit.paperSaved'));
  await expect(dialog).toBeHidden();
  const pdf = readFileSync(file);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await windowsOf(companion)).toBe(1);
  if (canScanMemory) expect(await scanMemory(listener, [key])).toEqual([]);
  // Everything the app may write to, its folder for temporary files among it.
  for (const [name, bytes] of await readTree(home.folder))
    expect(bytes.includes(key) || bytes.includes(key.replaceAll('-', '')), name).toBe(false);
});

const GOOD: readonly (readonly [string, Shot])[] = [
  ['straight', {}],
  ['a screenshot of the page', { size: [900, 1250], fill: 0.2 }],
  ['turned and blurred', { turned: 33, blur: 2, fill: 0.6, type: 'image/jpeg' }],
  ['upside down and pale', { turned: 180, contrast: 0.12, type: 'image/webp' }],
  [
    'a photo of twelve megapixels',
    { size: [4000, 3000], fill: 0.3, turned: -12, blur: 4, type: 'image/jpeg' },
  ],
];

test('a picture of the code opens its profile, however it was taken', async ({ launch, home }) => {
  const companion = await launch();
  const { page } = companion;
  const userId = await makeProfile(page);
  const key = await takeKey(companion);
  const file = join(home.env.HOME, 'picture');
  await answerDialogs(companion, file);
  const listener = await pagePids(companion);
  const shown: string[] = [];
  for (const [name, shot] of GOOD) {
    writeFileSync(file, await takePicture(companion, [key], shot), { mode: 0o644 });
    const began = performance.now();
    const answer = await page.evaluate(async () => {
      await window.companion.session.removeFromComputer();
      return window.companion.recovery.openPicture();
    });
    shown.push(`${name}: ${Math.round(performance.now() - began)} ms`);
    expect(answer, name).toEqual({ ok: true, value: 'opened' });
    expect(await userIdOf(page), name).toBe(userId);
  }
  console.info(shown.join(', '));
  const again = await page.evaluate(async () => window.companion.recovery.openPicture());
  expect(again).toEqual({ ok: true, value: 'already-open' });
  expect(await windowsOf(companion)).toBe(1);
  if (canScanMemory) expect(await scanMemory(listener, [key])).toEqual([]);
});

/** A PNG of one colour: small as a file, however large as a picture. */
const emptyPng = (width: number, height: number): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Drops a file on the page, as a file manager does. */
const dropFile = async ({ page }: Companion, file: string): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      ...{ type, x: 300, y: 300 },
      data: { items: [], files: [file], dragOperationsMask: 1 },
    });
  }
  await session.detach();
};

test('what is no picture of a key says so, and changes nothing', async ({ launch, home }) => {
  const companion = await launch();
  const { page } = companion;
  await makeProfile(page);
  const key = await takeKey(companion);
  await page.evaluate(async () => window.companion.session.removeFromComputer());
  await press(page, say('welcome.have'));
  await onScreen(page, 'paste-key');
  const before = { ...(await snapshotOf(page)), revision: 0 };
  const good = await takePicture(companion, [key]);
  const other = 'https://example.org/' + key;
  const cases: readonly (readonly [
    `errors.picture/${string}` & Parameters<typeof say>[0],
    Buffer,
  ])[] = [
    ['errors.picture/no-code', emptyPng(400, 300)],
    [
      'errors.picture/several-codes',
      await takePicture(companion, [key, other], { size: [1400, 700] }),
    ],
    ['errors.picture/not-a-key', await takePicture(companion, [other])],
    ['errors.picture/not-a-key', await takePicture(companion, [key.toUpperCase()])],
    ['errors.picture/not-read', Buffer.concat([good.subarray(0, 200), Buffer.alloc(300, 7)])],
    ['errors.picture/not-read', good.subarray(0, 20)],
    ['errors.picture/too-large', emptyPng(10_000, 6_000)],
    ['errors.picture/too-large', Buffer.concat([good, Buffer.alloc(31 * 1024 * 1024)])],
    ['errors.picture/wrong-type', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['errors.picture/is-pdf', Buffer.from('%PDF-1.7 and so on')],
  ];
  const file = join(home.env.HOME, 'picture.png');
  await answerDialogs(companion, file);
  for (const [words, bytes] of cases) {
    writeFileSync(file, bytes, { mode: 0o644 });
    await press(page, say('paste.picture'));
    await expect(notice(page, 'outcome')).toContainText(say(words));
  }
  expect({ ...(await snapshotOf(page)), revision: 0 }).toEqual(before);
  expect(await windowsOf(companion)).toBe(1);
  // A page cannot name a file: only one that a person dropped has a path.
  const forged = await page.evaluate(async (path) => {
    const made = new File(['x'], path);
    const calls = [made, { path } as unknown as File];
    return Promise.all(calls.map((each) => window.companion.recovery.openDropped(each)));
  }, file);
  for (const answer of forged)
    expect(answer).toEqual({ ok: false, error: { code: 'ipc/invalid-input' } });

  writeFileSync(file, good, { mode: 0o644 });
  await dropFile(companion, file);
  await onScreen(page, 'profile');
  await expect(notice(page, 'outcome')).toContainText(say('kit.restored'));
  expect((await takeKey(companion)) === key).toBe(true);
});
