import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { createFetchBrowser } from '../src/main/partner/spec-support/fetch-browser';
import { FEW_VIEWS, inspect } from './screens/views';
import type { Companion } from './support/launch';
import { partnerWord, startPartnerWorld, type PartnerWorld } from './support/partner-world';
import {
  makeProfile,
  notice,
  onScreen,
  openSettings,
  press,
  readClipboard,
  snapshotOf,
  takeKey,
  userIdOf,
} from './support/steps';
import { expect, test } from './support/test';
import { createTestHome, readTree } from './support/test-home';
import { say } from './support/words';

test.describe.configure({ timeout: 120_000 });

/** `npm run verify` goes through all of it; the specs of src/main/partner do so in seconds, without a window. */
const isWhole = process.env['MIMI_E2E_PARTNER'] === 'whole';
/** A test for it alone. */
const wholeTest = isWhole ? test : () => undefined;

const statusOf = async (page: Page): Promise<string | undefined> =>
  (await snapshotOf(page)).partner?.status;

/** From the profile to the screen of the account. */
const openAccount = async (page: Page): Promise<void> => {
  await openSettings(page);
  await press(page, partnerWord('manage'));
  await onScreen(page, 'partner');
};

/** From Welcome to it. */
const openAccountFromWelcome = async (page: Page): Promise<void> => {
  await press(page, say('welcome.have'));
  await press(page, partnerWord('manage'));
  await onScreen(page, 'partner');
};

/** Makes a profile and links it. */
const link = async (world: PartnerWorld, page: Page, account: string): Promise<void> => {
  await makeProfile(page);
  await openAccount(page);
  await world.signIn(page, account);
  await expect.poll(() => statusOf(page)).toBe('linked');
};

/** The person comes back to the window. */
const focus = ({ app }: Companion): Promise<void> =>
  app.evaluate(({ app: main, BrowserWindow }) => {
    main.emit('browser-window-focus', {}, BrowserWindow.getAllWindows()[0]);
  });

/** Picks an account where redirects can be held: the address on the app's listener that ends a sign-in. */
const callbackFor = async (world: PartnerWorld, account: string): Promise<string> =>
  (await createFetchBrowser().decideThere(await world.leadsTo(), { account })).url;

test('linked once, the profile comes back on a computer that knows nothing of it', async ({
  launch,
  desktop,
  home,
}) => {
  const world = await startPartnerWorld(home, desktop.user);
  const first = await launch({ env: world.env });
  const { page } = first;
  await link(world, page, 'Ada');
  const key = await takeKey(first);
  expect(world.has('Ada') === key).toBe(true);
  await inspect(first, 'partner-linked', FEW_VIEWS);
  await press(page, partnerWord('signOut'));
  await inspect(first, 'partner-sign-out', FEW_VIEWS);
  await page.keyboard.press('Escape');
  await press(page, say('app.back'));
  await onScreen(page, 'settings');
  await inspect(first, 'settings-with-partner', FEW_VIEWS);
  await first.kill9();

  // No address, no line of a log and no file in the open has the id.
  const files = await readTree(world.browserFolder);
  expect([...files.keys()].join()).toContain('History');
  for (const secret of [key, key.replaceAll('-', ''), key.slice(-12)]) {
    const lines = [...world.addresses, ...world.log].join('\n');
    expect(lines).not.toContain(secret);
    for (const [name, bytes] of [...files, ...(await readTree(first.userData))])
      expect(bytes.includes(secret), name).toBe(false);
  }
  expect(world.log).toContain('PUT /v1/association 201');
  expect(world.addresses.some((url) => url.includes('/callback?code='))).toBe(true);

  rmSync(first.userData, { recursive: true });
  const fresh = createTestHome(desktop.user);
  const second = await launch({ home: fresh, env: world.env });
  await press(second.page, say('welcome.have'));
  await inspect(second, 'paste-key-with-partner', FEW_VIEWS);
  await press(second.page, say('app.back'));
  await openAccountFromWelcome(second.page);
  await inspect(second, 'partner-signed-out', FEW_VIEWS);
  await world.signIn(second.page, 'Ada');
  await onScreen(second.page, 'profile');
  expect((await takeKey(second)) === key).toBe(true);
  await expect(notice(second.page, 'kit-reminder')).toBeHidden();
  await second.kill9();
  await fresh.remove();
  await world.close();
});

wholeTest(
  'two products with one account share the profile, and what one changes the other shows',
  async ({ launch, desktop, home }) => {
    const world = await startPartnerWorld(home, desktop.user);
    const first = await launch({ env: world.env });
    await link(world, first.page, 'Ada');
    const key = await takeKey(first);
    const other = {
      COMPANION_PRODUCT_ID: 'second-product',
      COMPANION_PRODUCT_NAME: 'Second Product',
    };
    const second = await launch({ env: { ...world.env, ...other } });
    expect(second.userData).not.toBe(first.userData);
    await openAccountFromWelcome(second.page);
    await world.signIn(second.page, 'Ada');
    await onScreen(second.page, 'profile');
    expect(await userIdOf(second.page)).toBe(await userIdOf(first.page));

    const countOf = async (page: Page): Promise<number> => {
      const { profile } = await snapshotOf(page);
      return profile.status === 'ready' ? profile.profile.count : 0;
    };
    expect(await countOf(second.page)).toBe(1);
    const stored = await first.page.evaluate(async () => window.companion.tests.storeEstimate());
    expect(stored).toMatchObject({ ok: true });
    await focus(second);
    await expect.poll(() => countOf(second.page)).toBe(2);

    // The first decides for another profile; the second follows and keeps the one it had.
    await first.page.evaluate(async () => {
      await window.companion.session.removeFromComputer();
      return window.companion.session.createProfile({ yearOfBirth: 1980 });
    });
    await expect.poll(() => statusOf(first.page)).toBe('conflict');
    await first.page.evaluate(async () => {
      await window.companion.partner.compare();
      return window.companion.partner.choose({ profile: 'here' });
    });
    await expect.poll(() => statusOf(first.page)).toBe('linked');
    expect(world.has('Ada') === key).toBe(false);
    await focus(second);
    await expect.poll(() => userIdOf(second.page)).toBe(await userIdOf(first.page));

    // Deleted, it is with the account no more, nor in the other product.
    await second.page.evaluate(async () =>
      window.companion.session.deleteProfile({ confirmation: 'DELETE' }),
    );
    await expect.poll(() => world.has('Ada')).toBeNull();
    await focus(first);
    await expect.poll(() => statusOf(first.page)).toBe('ready');
    await world.close();
  },
);

for (const choice of isWhole ? (['here', 'account'] as const) : (['here'] as const)) {
  test(`a conflict is shown side by side and decided for: ${choice}`, async ({
    launch,
    desktop,
    home,
  }) => {
    const world = await startPartnerWorld(home, desktop.user);
    const elsewhere = createTestHome(desktop.user);
    const before = await launch({ home: elsewhere, env: world.env });
    await link(world, before.page, 'Ada');
    const theirs = await takeKey(before);
    await before.kill9();

    const companion = await launch({ env: world.env });
    const { page } = companion;
    await makeProfile(page);
    const own = await takeKey(companion);
    await openAccount(page);
    await world.signIn(page, 'Ada');
    await expect.poll(() => statusOf(page)).toBe('conflict');
    expect(world.has('Ada')).toBe(theirs);
    await press(page, say('partner.compare'));
    await onScreen(page, 'partner-conflict');
    for (const key of [own, theirs])
      await expect(page.getByText(key.slice(-4)).first()).toBeVisible();
    if (choice === 'here') await inspect(companion, 'partner-conflict');
    await press(page, choice === 'here' ? say('partner.keepHere') : partnerWord('keepAccount'));
    await expect.poll(() => statusOf(page)).toBe('linked');
    const [kept, other] = choice === 'here' ? [own, theirs] : [theirs, own];
    expect(await takeKey(companion)).toBe(kept);
    expect(world.has('Ada')).toBe(kept);
    // Closed, the other one is offered: nothing was lost.
    await page.evaluate(async () => {
      await window.companion.partner.signOut({ profile: 'keep' });
      return window.companion.session.removeFromComputer();
    });
    await page.getByRole('button', { name: say('welcome.open') }).click();
    await expect.poll(async () => (await snapshotOf(page)).session.status).toBe('active');
    expect(await takeKey(companion)).toBe(other);
    await elsewhere.remove();
    await world.close();
  });
}

test('what goes wrong in the browser changes nothing, and is said', async ({
  launch,
  desktop,
  home,
}) => {
  const world = await startPartnerWorld(home, desktop.user);
  const companion = await launch({ env: world.env });
  const { page } = companion;
  await makeProfile(page);
  await openAccount(page);
  const start = async (): Promise<void> => {
    await press(page, partnerWord('signIn'));
    await onScreen(page, 'partner-waiting');
  };
  const begin = async (): Promise<Page> => {
    await start();
    return world.openBrowser();
  };
  const nothingChanged = async (words: string): Promise<void> => {
    await onScreen(page, 'partner');
    await expect(notice(page, 'outcome')).toContainText(words);
    expect(await statusOf(page)).toBe('signed-out');
    expect(world.has('Ada')).toBeNull();
  };

  await test.step('cancelled in the browser', async () => {
    const browser = await begin();
    await inspect(companion, 'partner-waiting', FEW_VIEWS);
    await browser.getByRole('button', { name: 'Cancel' }).click();
    await nothingChanged(say('app.cancelled'));
    await browser.close();
  });

  await test.step('no browser opens: its address is copied for one', async () => {
    await companion.app.evaluate(({ shell }) => {
      const open = shell.openExternal;
      shell.openExternal = async () => {
        shell.openExternal = open;
        throw new Error('no browser');
      };
    });
    await start();
    await expect(page.getByText(partnerWord('noBrowserLead'))).toBeVisible();
    await inspect(companion, 'partner-no-browser', FEW_VIEWS);
    await press(page, say('partner.openAgain'));
    const opened = await world.nextAddress();
    await expect(page.getByText(partnerWord('waitingLead'))).toBeVisible();
    await press(page, say('partner.copyAddress'));
    await expect(notice(page, 'outcome')).toContainText(say('partner.addressCopied'));
    const copied = await readClipboard(companion);
    expect(copied).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/start\/[\w-]{43}$/);
    expect(copied).not.toBe(opened);
    expect(await page.content()).not.toContain('/start/');
    const browser = await world.openBrowser(copied);
    await expect(browser.getByLabel('Account')).toBeVisible();
    await browser.getByRole('button', { name: 'Cancel' }).click();
    await nothingChanged(say('app.cancelled'));
    await browser.close();
  });

  if (desktop.user) {
    await test.step('another user of the computer gets nowhere, and the person does', async () => {
      await start();
      const address = await world.nextAddress();
      const stranger = await fetch(address, { redirect: 'manual' });
      expect([stranger.status, stranger.headers.get('location')]).toEqual([403, null]);
      const browser = await world.openBrowser(address);
      await browser.getByRole('button', { name: 'Cancel' }).click();
      await nothingChanged(say('app.cancelled'));
      await browser.close();
    });
  }

  await test.step('the browser closed, opened again, then cancelled in the app', async () => {
    await (await begin()).close();
    await press(page, say('partner.openAgain'));
    await (await world.openBrowser()).close();
    await press(page, say('app.cancel'));
    await nothingChanged(say('app.cancelled'));
  });

  await test.step('a wrong state does not count, the right one after it does not either once cancelled', async () => {
    await start();
    const callback = await callbackFor(world, 'Ada');
    const wrong = new URL(callback);
    wrong.searchParams.set('state', 'another');
    const browser = await world.openBrowser(wrong.href);
    await expect(browser.getByText(say('partner.pageRefusedTitle'))).toBeVisible();
    expect((await snapshotOf(page)).partner?.signIn).toBe('browser');
    await press(page, say('app.cancel'));
    await nothingChanged(say('app.cancelled'));
    await expect(browser.goto(callback)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
    await browser.close();
  });

  await test.step('a code too old', async () => {
    await start();
    const callback = await callbackFor(world, 'Ada');
    world.partner.expire('AuthorizationCode');
    const browser = await world.openBrowser(callback);
    await nothingChanged(say('errors.partner/refused'));
    await browser.close();
  });

  await test.step('a clock ten minutes off', async () => {
    const move = (minutes: number): Promise<void> =>
      companion.app.evaluate((_electron, ms) => {
        const real = Date.now;
        const now = (): number => real() + ms;
        Date.now = now;
      }, minutes * 60_000);
    await move(10);
    const browser = await begin();
    await world.pick(browser, 'Ada');
    await nothingChanged(say('errors.partner/clock'));
    await inspect(companion, 'partner-clock', FEW_VIEWS);
    await move(-10);
    await browser.close();
  });

  await test.step('and then it works, once: the same answer is worth nothing any more', async () => {
    await start();
    const callback = await callbackFor(world, 'Ada');
    const browser = await world.openBrowser(callback);
    await expect.poll(() => statusOf(page)).toBe('linked');
    await expect(browser.goto(callback)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
    // Neither is its code, in the answer of another sign-in.
    await press(page, partnerWord('other'));
    const fresh = new URL(await callbackFor(world, 'Eve'));
    fresh.searchParams.set('code', new URL(callback).searchParams.get('code') ?? '');
    await browser.goto(fresh.href);
    await expect(notice(page, 'outcome')).toContainText(say('errors.partner/refused'));
    expect((await snapshotOf(page)).partner).toMatchObject({ status: 'linked', account: 'Ada' });
    await browser.close();
  });
  await world.close();
});

wholeTest(
  'with the partner down or refusing the app’s address, nothing changes',
  async ({ launch, desktop, home }) => {
    const world = await startPartnerWorld(home, desktop.user, {
      redirectUri: 'http://127.0.0.1/elsewhere',
    });
    const companion = await launch({ env: world.env });
    const { page } = companion;
    const id = await makeProfile(page);
    await openAccount(page);
    await press(page, partnerWord('signIn'));
    const browser = await world.openBrowser();
    await expect(browser.getByRole('heading', { name: 'The partner refused this' })).toBeVisible();
    await press(page, say('app.cancel'));
    await onScreen(page, 'partner');
    await world.close();
    await press(page, partnerWord('signIn'));
    await expect(notice(page, 'outcome')).toContainText(say('errors.partner/unreachable'));
    expect([await statusOf(page), await userIdOf(page)]).toEqual(['signed-out', id]);
  },
);
