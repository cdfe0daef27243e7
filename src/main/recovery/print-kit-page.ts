import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageOf } from '../security/app-protocol';
import { AppError } from '../../contract/errors';
import { FONT_ADDRESS, kitPageHtml, type KitPage } from './kit-page';
import { createPrivateWindow } from '../security/private-window';

/** Turns a recovery page into a PDF file. Errors: app/file-not-written. */
export type PrintKitPage = (page: KitPage) => Promise<Uint8Array>;

const LIMIT_MS = 20_000;

/** The app's font among the built pages, whose names change with their content; null where it is not. */
const readFont = async (assets: string): Promise<Buffer | null> => {
  const names = await readdir(assets).catch(() => []);
  const name = names.find((each) => /^inter-latin-wght-normal.*\.woff2$/.test(each));
  return name === undefined ? null : readFile(join(assets, name));
};

/** Prints in a private window without script: the id is in main and in that window's process, and in no other. */
export const createPrintKitPage = (assets: string): PrintKitPage => {
  const inWindow = createPrivateWindow('kit-page', false);
  return async (page) => {
    const { html, policy } = kitPageHtml(page);
    const font = await readFont(assets);
    const files = new Map([['/', pageOf('text/html; charset=utf-8', Buffer.from(html), policy)]]);
    if (font) files.set(FONT_ADDRESS, pageOf('font/woff2', font, policy));
    const print = inWindow({
      files,
      limitMs: LIMIT_MS,
      work: (contents) =>
        contents.printToPDF({
          printBackground: true,
          preferCSSPageSize: true,
          generateTaggedPDF: true,
        }),
    });
    return print.catch(() => {
      throw new AppError('app/file-not-written');
    });
  };
};
