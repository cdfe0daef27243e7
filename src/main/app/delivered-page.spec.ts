import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { deliveredPage } from './delivered-page';

/** A page whose requests are completed one by one. */
const begin = () => {
  let listener: ((request: { url: string; webContentsId: number }) => void) | null = null;
  const page = new EventEmitter();
  let delivered = false;
  const webRequest = {
    onCompleted: (given: typeof listener) => void (listener = given),
  } as unknown as Session['webRequest'];
  const contents = Object.assign(page, { id: 7 }) as unknown as WebContents;
  void deliveredPage({ webRequest }, contents).then(() => (delivered = true));
  return {
    complete: (file: string, webContentsId = 7) =>
      listener?.({ url: `app://bundle/${file}`, webContentsId }),
    emit: (name: string) => page.emit(name),
    listens: () => listener !== null,
    isDelivered: async () => {
      await new Promise(setImmediate);
      return delivered;
    },
  };
};

describe('a page’s delivery', () => {
  it.each([
    ['assets/a.js', 'assets/a.css'],
    ['assets/a.css', 'assets/a.js'],
  ])('ends with the later of script and styles: %s, %s', async (first, second) => {
    const page = begin();
    page.complete('index.html');
    page.complete('assets/a.woff2');
    page.complete(first);
    page.complete(first);
    expect(await page.isDelivered()).toBe(false);
    page.complete(second);
    expect(await page.isDelivered()).toBe(true);
  });

  it.each(['dom-ready', 'destroyed'])('ends with %s, whatever was missing', async (name) => {
    const page = begin();
    page.complete('assets/a.js');
    page.emit(name);
    expect(await page.isDelivered()).toBe(true);
  });

  it('does not end with another page’s files', async () => {
    const page = begin();
    page.complete('assets/a.js', 8);
    page.complete('assets/a.css', 8);
    expect(await page.isDelivered()).toBe(false);
  });

  it('listens no longer than that', async () => {
    const page = begin();
    page.complete('assets/a.js');
    expect(page.listens()).toBe(true);
    page.complete('assets/a.css');
    expect(await page.isDelivered()).toBe(true);
    expect(page.listens()).toBe(false);
  });
});
