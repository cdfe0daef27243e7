import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { sayLab } from './support/lab-window';
import { startForReal } from './support/real-start';
import { startRemoteService } from './support/remote-service';
import { onScreen, snapshotOf } from './support/steps';
import { expect, test } from './support/test';

const SECRET = 'test:secret%20';

/** Fills in the Lab's form of a sandbox and sends it. */
const choose = async (lab: Page, address: string, secret: string): Promise<void> => {
  await lab.keyboard.press('Control+2');
  await lab.getByText(sayLab('labSession.sandbox'), { exact: true }).click();
  await lab.getByLabel(sayLab('labSession.baseUrl')).fill(address);
  await lab.getByLabel(sayLab('labSession.clientId')).fill('companion test');
  await lab.getByLabel(sayLab('labSession.clientSecret')).fill(secret);
  await lab.getByRole('button', { name: sayLab('labSession.useService') }).click();
};

test('the Lab goes to a sandbox and back, and the app comes back by itself each time', async ({
  desktop,
  home,
}) => {
  const { env, close } = await startRemoteService(home);
  const address = env.COMPANION_SERVICE_URL;
  const app = await startForReal(desktop, home, ['--lab']);
  try {
    const first = (await app.pages('lab.html'))['lab.html'];
    await first.locator('[data-lab-view]').waitFor();
    const told = first.locator('[data-notice="outcome"]');
    for (const [wrongAddress, secret, why] of [
      ['http://127.0.0.1:1', SECRET, 'service/offline'],
      ['http://sandbox.example', SECRET, 'config/invalid'],
      [address, 'another', 'service/misconfigured'],
    ] as const) {
      await choose(first, wrongAddress, secret);
      await expect(told).toHaveText(sayLab(`labSession.refusal.${why}`));
    }
    await choose(first, address, SECRET);
    await app.restarted();

    const { 'lab.html': lab, 'index.html': page } = await app.pages('lab.html', 'index.html');
    await onScreen(page, 'welcome');
    const host = new URL(address).host;
    expect((await snapshotOf(page)).service).toMatchObject({ kind: 'remote', host });
    await expect(lab.locator('[data-status="service"]')).toHaveText(host);
    await page.evaluate(async () => window.companion.session.createProfile({ yearOfBirth: 1966 }));
    await onScreen(page, 'choose-start');

    // A sandbox that is gone says so, takes nobody's session, and can be left.
    await close();
    await lab.keyboard.press('Control+2');
    await lab.getByRole('button', { name: sayLab('labSession.reload'), exact: true }).click();
    await expect(lab.locator('[data-notice="outcome"]')).toContainText(
      sayLab('errors.service/offline'),
    );
    await onScreen(page, 'choose-start');
    await lab.getByText(sayLab('lab.embedded'), { exact: true }).first().click();
    await lab.getByRole('button', { name: sayLab('labSession.useService') }).click();
    await app.restarted();

    const back = (await app.pages('lab.html', 'index.html'))['index.html'];
    await onScreen(back, 'welcome');
    expect((await snapshotOf(back)).service).toMatchObject({ kind: 'embedded' });
    const folder = join(home.env.XDG_CONFIG_HOME, 'mimi-companion');
    expect(existsSync(join(folder, 'companion.json'))).toBe(false);
  } finally {
    await app.stop();
  }
});
