import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { contract } from '../src/contract/ipc/contract';
import { channelOf, type Invoke } from '../src/contract/ipc/define';
import { readSetup } from './support/environment';
import type { Companion } from './support/launch';
import { decode, refusedPayloads, validPayloads, type Coded } from './support/payloads';
import { makeProfile, onScreen, snapshotOf, takeKey, userIdOf } from './support/steps';
import { expect, test } from './support/test';

const SEED = 20_261_122;
/** `npm run verify` asks for more. */
const PAYLOADS = Number(process.env['MIMI_E2E_PAYLOADS'] ?? 1_000);

const calls = Object.entries(contract).flatMap(([area, members]) =>
  Object.entries(members as Record<string, Invoke | { kind: 'event' }>).flatMap(([name, member]) =>
    member.kind === 'invoke' ? [{ area, name, call: member }] : [],
  ),
);

/** Calls one member with every payload; tells how often it answered what, and the answers themselves. */
const callAll = async (
  page: Page,
  { area, name }: { readonly area: string; readonly name: string },
  payloads: readonly Coded[],
): Promise<{ readonly counts: Record<string, number>; readonly answers: string[] }> =>
  page.evaluate(
    async ([areaName, member, all, source]) => {
      // The same function that the test itself decodes with. Text is only run by the debugger.
      const put = (0, eval)(`(() => { const decode = ${source}; return decode; })()`) as (
        coded: unknown,
      ) => unknown;
      const api = window.companion as unknown as Record<
        string,
        Record<string, (input: unknown) => Promise<unknown>>
      >;
      const call = api[areaName]?.[member];
      const counts: Record<string, number> = {};
      const answers = new Set<string>();
      for (let at = 0; at < all.length; at += 50) {
        await Promise.all(
          all.slice(at, at + 50).map(async (coded) => {
            let outcome: string;
            try {
              const answer = (await call?.(put(coded))) as
                { ok: true } | { ok: false; error: { code: string } };
              outcome = answer.ok ? 'ok' : answer.error.code;
              answers.add(JSON.stringify(answer));
            } catch (error) {
              // What cannot be copied does not even leave the page.
              outcome = 'not-copied';
              answers.add(String(error));
            }
            counts[outcome] = (counts[outcome] ?? 0) + 1;
          }),
        );
      }
      return { counts, answers: [...answers] };
    },
    [area, name, payloads, decode.toString()] as const,
  );

/** What must not really happen is only noted. */
const makeHarmless = ({ app }: Companion): Promise<void> =>
  app.evaluate((electron) => {
    electron.app.relaunch = () => undefined;
    electron.app.quit = () => undefined;
    electron.shell.openExternal = async () => undefined;
    electron.dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
    electron.dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });

const stateOf = async (page: Page) => {
  return { ...(await snapshotOf(page)), revision: 0 };
};

test(`${PAYLOADS} hostile payloads on every call: refused, and nothing changes (seed ${SEED})`, async ({
  launch,
}) => {
  test.setTimeout(120 * Math.max(1_000, PAYLOADS));
  const companion = await launch();
  const { app, page } = companion;
  const userId = await makeProfile(page);
  const key = await takeKey(companion);
  await makeHarmless(companion);
  await expect.poll(async () => (await snapshotOf(page)).profile.status).toBe('ready');
  const before = await stateOf(page);
  const secret = new RegExp(`${key}|${key.replaceAll('-', '')}|[\\w-]{40,}|eyJ`);
  for (const { area, name, call } of calls) {
    const payloads = refusedPayloads(call, SEED, PAYLOADS);
    expect(payloads).toHaveLength(PAYLOADS);
    const { counts, answers } = await callAll(page, { area, name }, payloads);
    const { 'ipc/invalid-input': refused = 0, 'not-copied': notCopied = 0, ...others } = counts;
    expect(others, `${area}.${name}`).toEqual({});
    expect(refused + notCopied, `${area}.${name}`).toBe(PAYLOADS);
    expect(refused, `${area}.${name}`).toBeGreaterThan(PAYLOADS / 2);
    for (const answer of answers) expect(answer).not.toMatch(secret);
    expect(await stateOf(page), `${area}.${name}`).toEqual(before);
  }
  expect(await userIdOf(page)).toBe(userId);
  expect(app.windows()).toHaveLength(1);
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('valid payloads on every call: typed answers without an id or a token', async ({ launch }) => {
  const companion = await launch();
  const { page } = companion;
  await makeProfile(page);
  const key = await takeKey(companion);
  await makeHarmless(companion);
  const secret = new RegExp(`${key}|${key.replaceAll('-', '')}|[\\w-]{40,}|eyJ`);
  // Removing comes last: the rest needs somebody to be there.
  const ordered = [...calls].sort(
    (a, b) => Number(a.name === 'removeFromComputer') - Number(b.name === 'removeFromComputer'),
  );
  for (const { area, name, call } of ordered) {
    const { counts, answers } = await callAll(page, { area, name }, validPayloads(call, SEED, 5));
    expect(counts['not-copied'] ?? 0, `${area}.${name}`).toBe(0);
    expect(counts['ipc/invalid-input'] ?? 0, `${area}.${name}`).toBe(0);
    expect(counts['ipc/internal'] ?? 0, `${area}.${name}`).toBe(0);
    for (const answer of answers) expect(answer, `${area}.${name}`).not.toMatch(secret);
  }
  expect((await snapshotOf(page)).session.status).toBe('signed-out');
});

test('wrong senders are refused on every call', async ({ launch, pageFaults }) => {
  // Windows of others are no windows of the app: what they print is of no interest.
  pageFaults.allow(/^console: |^uncaught: /);
  const companion = await launch();
  const { app, page } = companion;
  await makeProfile(page);
  const before = await stateOf(page);
  const preload = join(readSetup().app, 'out', 'preload', 'listener.cjs');
  const members = calls.map(({ area, name, call }) => ({
    area,
    name,
    channel: channelOf(area, name),
    // As JSON in an array, which can hold nothing too.
    input: JSON.stringify(validPayloads(call, SEED, 1).map(decode)),
  }));

  for (const [url, partition] of [
    ['about:blank', ''],
    // The app's own session does not even load this one.
    ['data:text/html,x', 'foreign'],
    ['app://bundle/index.html', ''],
  ] as const) {
    const codes = await app.evaluate(
      async ({ BrowserWindow }, { address, script, list, where }) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: script, partition: where },
        });
        await window.loadURL(address);
        const answered = (await window.webContents.executeJavaScript(
          `Promise.all(${JSON.stringify(list)}.map(async ({ area, name, input }) => {
             const answer = await window.companion[area][name](JSON.parse(input)[0] ?? undefined);
             return answer.ok ? 'ok' : answer.error.code;
           }))`,
        )) as string[];
        window.destroy();
        return answered;
      },
      { address: url, script: preload, list: members, where: partition },
    );
    expect(codes, url).toEqual(members.map(() => 'ipc/untrusted-sender'));
  }

  // A frame within the app's own page: the policy lets only an empty one be made, and it has no bridge.
  await page.evaluate(() => document.body.append(document.createElement('iframe')));
  const forged = await app.evaluate(async ({ ipcMain, webContents }, list) => {
    const [sender] = webContents.getAllWebContents();
    const main = sender?.mainFrame;
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<
      string,
      (event: object, input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>
    >;
    const events = {
      subframe: { sender, senderFrame: main?.frames[0] },
      gone: { sender, senderFrame: null },
      foreign: { sender: { id: 999 }, senderFrame: main },
    };
    const codes: Record<string, (string | undefined)[]> = {};
    for (const [name, event] of Object.entries(events)) {
      codes[name] = [];
      for (const { channel, input } of list) {
        const [parsed] = JSON.parse(input) as unknown[];
        const answer = await handlers.get(channel)?.(event, parsed ?? undefined);
        codes[name].push(answer?.error?.code);
      }
    }
    return { codes, frames: main?.frames.length };
  }, members);
  expect(forged.frames).toBe(1);
  for (const [name, codes] of Object.entries(forged.codes)) {
    expect(codes, name).toEqual(members.map(() => 'ipc/untrusted-sender'));
  }
  await onScreen(page, 'profile');
  expect(await stateOf(page)).toEqual(before);
});
