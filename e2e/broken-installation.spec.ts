import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { catalogues } from '../src/messages/catalogue';
import { exitOf, tied } from '../scripts/processes';
import { readSetup } from './support/environment';
import { expect, test } from './support/test';

/** Runs the real main with a dialog that is closed at once and tells its words: a native one answers to nobody here. */
const PROBE = `
const { dialog } = require('electron');
dialog.showMessageBox = async ({ message, detail }) => {
  process.stdout.write(JSON.stringify({ message, detail }) + '\\n');
  return { response: 0 };
};
require('./out/main/index.cjs');
`;

const namesIn = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));

const scriptOf = (app: string): string[] => {
  const html = readFileSync(join(app, 'out/renderer/index.html'), 'utf8');
  const source = /<script[^>]+src="\.\/([^"]+)"/.exec(html)?.[1] ?? 'no script';
  return [join(app, 'out/renderer', source)];
};

/** What may be missing, and the files that are it. */
const PARTS: Readonly<Record<string, (app: string) => string[]>> = {
  'its page': (app) => [join(app, 'out/renderer/index.html')],
  "its page's script": scriptOf,
  "its page's styles": (app) => namesIn(join(app, 'out/renderer/assets'), /^style-.*\.css$/),
  'its preload': (app) => [join(app, 'out/preload/listener.cjs')],
  'its services': (app) => namesIn(join(app, 'out/main/chunks'), /^companion-.*\.cjs$/),
};

for (const [part, filesOf] of Object.entries(PARTS)) {
  test(`an installation without ${part} says so and ends`, async ({ desktop, home }) => {
    const { executable, app: whole, sandboxed } = readSetup();
    const app = await mkdtemp(join(tmpdir(), 'companion-broken-'));
    await chmod(app, 0o755);
    await cp(whole, app, { recursive: true });
    const description = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as object;
    writeFileSync(join(app, 'package.json'), JSON.stringify({ ...description, main: 'probe.cjs' }));
    writeFileSync(join(app, 'probe.cjs'), PROBE);
    const files = filesOf(app);
    expect(files.map((file) => basename(file))).not.toEqual([]);
    await Promise.all(files.map((file) => rm(file)));

    const flags = ['--password-store=gnome-libsecret', ...(sandboxed ? [] : ['--no-sandbox'])];
    const [command, args] = tied(desktop.user, executable, [app, ...flags]);
    const child = spawn(command, args, {
      cwd: app,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'], ...desktop.env, ...home.env },
    });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
    expect(await exitOf(child)).toBe(70);
    expect(JSON.parse(said)).toEqual({
      message: catalogues.en.dialogs.brokenTitle,
      detail: catalogues.en.dialogs.brokenMessage,
    });
    await rm(app, { recursive: true });
  });
}
