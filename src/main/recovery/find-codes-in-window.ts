import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../contract/errors';
import { pageOf, type Page } from '../security/app-protocol';
import { createPrivateWindow, PrivateWindowEnded } from '../security/private-window';
import type { FindCodes } from './read-picture';

/** Milliseconds a picture may take: several times what the largest one does. */
const LIMIT_MS = 15_000;

/** Its own script and the picture; nothing else, and nothing of it can be sent anywhere. */
const POLICY = "default-src 'none'; script-src 'self'; img-src 'self'";

const page = (type: string, data: Buffer): Page => pageOf(type, data, POLICY);

/** The built page and its scripts, from the folder of built pages. */
const readOwnFiles = async (folder: string): Promise<[string, Page][]> => {
  const html = await readFile(join(folder, 'picture-reader.html'), 'utf8');
  const names = (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.js'));
  const scripts = names
    .filter((name) => html.includes(name))
    .map(async (name): Promise<[string, Page]> => [
      `/assets/${name}`,
      page('text/javascript; charset=utf-8', await readFile(join(folder, 'assets', name))),
    ]);
  // Nobody sees it: it needs no looks, and may load none.
  const bare = Buffer.from(html.replaceAll(/<link[^>]*>/g, ''));
  return [['/', page('text/html; charset=utf-8', bare)], ...(await Promise.all(scripts))];
};

/** Decodes a picture in a private window: what a prepared one may break there is gone with it. */
export const createFindCodes = (pages: string): FindCodes => {
  const inWindow = createPrivateWindow('picture', true);
  return async ({ type, bytes }, signal) => {
    try {
      const own = await readOwnFiles(pages);
      return await inWindow({
        files: new Map([...own, ['/picture', page(type, bytes)]]),
        limitMs: LIMIT_MS,
        signal,
        work: (contents) => contents.executeJavaScript('reading') as Promise<unknown>,
      });
    } catch (thrown) {
      const isAborted = thrown instanceof PrivateWindowEnded && thrown.why === 'aborted';
      throw new AppError(isAborted ? 'session/cancelled' : 'picture/not-read');
    }
  };
};
