import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEW_VIEWS, inspect, VIEWS } from './screens/views';
import { holdFile } from './support/held-disk';
import { copyHome, ownTree } from './support/kept-home';
import { startRemoteService } from './support/remote-service';
import {
  estimate,
  makeProfile,
  notice,
  onboard,
  onScreen,
  openSettings,
  press,
  snapshotOf,
} from './support/steps';
import { expect, test } from './support/test';
import { createTestHome, type TestHome } from './support/test-home';
import { say } from './support/words';

// Each test walks many screens in all views.
test.describe.configure({ timeout: 120_000 });

test('no account anywhere: from the first start to the settings', async ({ launch }) => {
  const companion = await launch();
  const { page } = companion;
  const look = (screen: string, views = VIEWS) => inspect(companion, screen, views);
  await onScreen(page, 'welcome');
  await look('welcome');
  await press(page, say('welcome.have'));
  await press(page, say('paste.button'));
  await expect(notice(page, 'outcome')).toBeVisible();
  await look('paste-key');
  await press(page, say('app.back'));
  await press(page, say('welcome.make'));
  await look('what-is-kept');
  await press(page, say('app.continue'));
  await page.getByLabel(say('year.label')).fill('19');
  await press(page, say('year.create'));
  await look('year-of-birth');
  await page.getByLabel(say('year.label')).fill(String(new Date().getFullYear() - 5));
  await press(page, say('year.create'));
  await onScreen(page, 'too-young');
  await look('too-young', FEW_VIEWS);
  await press(page, say('tooYoung.back'));
  await page.getByLabel(say('year.label')).fill('1966');
  await press(page, say('year.create'));
  await onScreen(page, 'choose-start');
  await look('choose-start');
  await estimate(page);
  await look('profile');
  await openSettings(page);
  await look('settings');
  await press(page, say('settings.remove'));
  await look('remove-dialog', FEW_VIEWS);
  await page.keyboard.press('Escape');
  await press(page, say('settings.delete'));
  await look('delete-dialog', FEW_VIEWS);
});

test('no account anywhere: with something in the way', async ({
  launch,
  makeKeyring,
  desktop,
  home,
}) => {
  const keyring = await makeKeyring('none');
  const first = await launch();
  await makeProfile(first.page);
  await first.close();
  const damaged = (change: (text: string) => string): TestHome => {
    const copy = createTestHome(desktop.user);
    copyHome(home, copy);
    const folder = first.userData.replace(home.folder, copy.folder);
    for (const path of ['secrets.json', 'secrets.json.bak'].map((name) => join(folder, name))) {
      const text = readFileSync(path, 'utf8');
      rmSync(path);
      writeFileSync(path, change(text));
    }
    ownTree(folder);
    return copy;
  };

  const locked = await launch({ keyring });
  await onScreen(locked.page, 'blocked');
  await inspect(locked, 'locked', FEW_VIEWS);
  await locked.close();

  const newer = damaged((text) => text.replace('"v":1', '"v":2'));
  const older = await launch({ home: newer });
  await onScreen(older.page, 'blocked');
  await expect(older.page.getByText(say('blocked.newer'))).toBeVisible();
  await inspect(older, 'newer-version', FEW_VIEWS);
  await older.close();
  await newer.remove();

  const unreadable = damaged(() => 'not what was written'.repeat(20_000));
  const blocked = await launch({ home: unreadable });
  await onScreen(blocked.page, 'blocked');
  await inspect(blocked, 'unreadable', FEW_VIEWS);
  await press(blocked.page, say('blocked.startOver'));
  await inspect(blocked, 'start-over-dialog', FEW_VIEWS);
  await blocked.page.keyboard.press('Escape');
  const release = await holdFile(blocked, 'secrets.json');
  await press(blocked.page, say('app.tryAgain'));
  await onScreen(blocked.page, 'restoring');
  await inspect(blocked, 'restoring', FEW_VIEWS);
  await release();
  await onScreen(blocked.page, 'blocked');
  await blocked.close();
  await unreadable.remove();

  const bare = createTestHome(desktop.user);
  const memory = await launch({ home: bare, keyring });
  await makeProfile(memory.page);
  await inspect(memory, 'profile-memory', FEW_VIEWS);
  await press(memory.page, say('storage.weaker'));
  await inspect(memory, 'weaker-protection-dialog', FEW_VIEWS);
  await memory.close();
  await bare.remove();
});

test('no account anywhere: with a service that refuses', async ({ launch, home }) => {
  const service = await startRemoteService(home);
  const companion = await launch({ env: service.env });
  const { page } = companion;
  await makeProfile(page);
  await service.proxy.unplug();
  await page.evaluate(async () => window.companion.session.refresh());
  await expect(notice(page, 'service')).toBeVisible();
  await inspect(companion, 'profile-offline', FEW_VIEWS);
  await service.proxy.plugIn();
  service.disableUsers();
  await page.evaluate(async () => window.companion.session.refresh());
  await onScreen(page, 'welcome');
  await inspect(companion, 'welcome-kept', FEW_VIEWS);
  await service.close();
});

test('no account anywhere: with a creation cut off', async ({ launch, home }) => {
  const service = await startRemoteService(home);
  await service.proxy.unplug();
  const first = await launch({ env: service.env });
  await onboard(first.page);
  await expect(notice(first.page, 'outcome')).toBeVisible();
  await inspect(first, 'year-of-birth-failed', FEW_VIEWS);
  await first.kill9();
  const second = await launch({ env: service.env });
  await onScreen(second.page, 'year-of-birth');
  await expect(second.page.getByText(say('year.resumed'))).toBeVisible();
  await inspect(second, 'year-of-birth-pending', FEW_VIEWS);
  await service.close();
});

test('no account anywhere: after an error of the page itself', async ({ launch, pageFaults }) => {
  pageFaults.allow(/Cannot read properties of undefined/);
  const companion = await launch();
  const { app, page } = companion;
  await makeProfile(page);
  const { revision, ...rest } = await snapshotOf(page);
  // What no version of main sends: a user without anything.
  const broken = { ...rest, revision: revision + 0.5, session: { status: 'active' } };
  await app.evaluate(({ webContents }, snapshot) => {
    for (const contents of webContents.getAllWebContents()) contents.send('app:changed', snapshot);
  }, broken);
  await onScreen(page, 'crashed');
  await inspect(companion, 'crashed', FEW_VIEWS);
  await press(page, say('crashed.reload'));
  await onScreen(page, 'profile');
});
