import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEW_VIEWS, inspect, VIEWS } from './screens/views';
import { copyHome, ownTree } from './support/kept-home';
import { startRemoteService } from './support/remote-service';
import { makeProfile, notice, onScreen, openSettings, press } from './support/steps';
import { expect, test } from './support/test';
import { createTestHome } from './support/test-home';
import { say } from './support/words';

// Each test walks many screens in all views.
test.describe.configure({ timeout: 120_000 });

test('no account anywhere: from the first start to the settings', async ({ launch }) => {
  const companion = await launch();
  const { page } = companion;
  const english = () =>
    page.evaluate(async () => window.companion.preferences.update({ language: 'en' }));
  const look = async (screen: string, views = VIEWS): Promise<void> => {
    await inspect(companion, screen, views);
    await english();
  };
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
  await onScreen(page, 'profile');
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
  const unreadable = createTestHome(desktop.user);
  copyHome(home, unreadable);
  const folder = first.userData.replace(home.folder, unreadable.folder);
  for (const name of ['secrets.json', 'secrets.json.bak']) {
    rmSync(join(folder, name));
    writeFileSync(join(folder, name), 'not what was written');
  }
  ownTree(folder);

  const locked = await launch({ keyring });
  await onScreen(locked.page, 'blocked');
  await inspect(locked, 'locked', FEW_VIEWS);
  await locked.close();

  const blocked = await launch({ home: unreadable });
  await onScreen(blocked.page, 'blocked');
  await inspect(blocked, 'unreadable', FEW_VIEWS);
  await blocked.close();
  await unreadable.remove();

  const bare = createTestHome(desktop.user);
  const memory = await launch({ home: bare, keyring });
  await makeProfile(memory.page);
  await inspect(memory, 'profile-memory', FEW_VIEWS);
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
