import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogues } from '../src/messages/catalogue';
import { runProbed } from './support/probed-app';
import { expect, test } from './support/test';

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

/** A dialog that is closed at once and tells its words: a native one answers to nobody here. */
const DIALOG = `
const { dialog } = require('electron');
dialog.showErrorBox = (message, detail) => tell({ message, detail });
dialog.showMessageBox = async ({ message, detail }) => {
  tell({ message, detail });
  return { response: 0 };
};`;

for (const [part, filesOf] of Object.entries(PARTS)) {
  test(`an installation without ${part} says so and ends`, async ({ desktop, home }) => {
    const { code, said } = await runProbed({ desktop, home }, DIALOG, (app) => {
      const files = filesOf(app);
      expect(files).not.toEqual([]);
      return Promise.all(files.map((file) => rm(file)));
    });
    const { brokenTitle: message, brokenMessage: detail } = catalogues.en.dialogs;
    expect({ code, said }).toEqual({ code: 70, said: [{ message, detail }] });
  });
}

test('an installation without what its window needs says so and ends', async ({
  desktop,
  home,
}) => {
  const { code, said } = await runProbed({ desktop, home }, DIALOG, (app) =>
    Promise.all(namesIn(join(app, 'out/main/chunks'), /^window-.*\.cjs$/).map((file) => rm(file))),
  );
  expect(code).toBe(70);
  expect(said).toEqual([expect.objectContaining({ message: 'Mimi Companion' })]);
});

/** Kills the first page once its process has it, waits for what its window shows then, and quits. */
const EARLY_CRASH = `
const { app } = require('electron');
app.once('web-contents-created', (_event, contents) => {
  contents.once('did-navigate', () => contents.forcefullyCrashRenderer());
  contents.once('render-process-gone', () => tell('gone'));
  contents.on('dom-ready', () => {
    const look = async () => {
      const screen = await contents.executeJavaScript(
        "document.querySelector('[data-screen]')?.dataset.screen",
      );
      if (screen !== 'welcome') return setTimeout(look, 25);
      tell(screen);
      app.quit();
    };
    void look();
  });
});`;

test('a page that dies while the app starts is loaded again', async ({ desktop, home }) => {
  const { code, said } = await runProbed({ desktop, home }, EARLY_CRASH);
  expect({ code, said }).toEqual({ code: 0, said: ['gone', 'welcome'] });
});
