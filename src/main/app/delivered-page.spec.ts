import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { deliveredPage } from './delivered-page';

/** A page whose requests are completed one by one. */
const begin = () => {
  let listener: ((request: { url: string }) => void) | null = null;
  let ready = (): void => undefined;
  let delivered = false;
  const webRequest = {
    onCompleted: (given: typeof listener) => void (listener = given),
  } as unknown as Session['webRequest'];
  const once = (name: string, given: () => void): void => {
    if (name === 'dom-ready') ready = given;
  };
  void deliveredPage({ webRequest }, { once } as unknown as WebContents).then(
    () => (delivered = true),
  );
  return {
    complete: (file: string) => listener?.({ url: `app://bundle/${file}` }),
    ready: () => ready(),
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

  it('ends when the page is read, whatever was missing', async () => {
    const page = begin();
    page.complete('assets/a.js');
    page.ready();
    expect(await page.isDelivered()).toBe(true);
  });

  it('listens no longer than that', () => {
    const page = begin();
    page.complete('assets/a.js');
    expect(page.listens()).toBe(true);
    page.complete('assets/a.css');
    expect(page.listens()).toBe(false);
  });
});
