import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { idsOf, labOf } from './support/lab-window';
import { startRemoteService } from './support/remote-service';
import { answerSaveDialog, makeProfile, onScreen, snapshotOf } from './support/steps';
import { expect, test } from './support/test';

test('a set goes through an encrypted file, and the session obeys', async ({ launch }) => {
  const companion = await launch({ args: ['--lab'] });
  const { app, page, home } = companion;
  const lab = await labOf(companion);
  await makeProfile(page);
  await lab.evaluate(async () => window.lab.labIds.createUsers({ count: 2, label: 'Fresh' }));
  const file = join(home.folder, 'set.mimilab');
  await answerSaveDialog(companion, file);
  const passphrase = 'correct horse battery';
  const saved = await lab.evaluate(
    async (words) => window.lab.labIds.exportSet({ format: 'encrypted', passphrase: words }),
    passphrase,
  );
  expect(saved).toEqual({ ok: true, value: 'saved' });
  const keys = (await idsOf(lab)).map((id) => id.key);
  await lab.evaluate(async (all) => window.lab.labIds.remove({ keys: all }), keys);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  expect(await lab.evaluate(async () => window.lab.labIds.chooseImport())).toEqual({
    ok: true,
    value: { status: 'locked', fileName: 'set.mimilab' },
  });
  const opened = await lab.evaluate(
    async (words) => window.lab.labIds.openImport({ passphrase: words }),
    passphrase,
  );
  expect(opened).toMatchObject({
    ok: true,
    value: { report: { lines: [{ status: 'new' }, { status: 'new' }] } },
  });
  expect(await idsOf(lab)).toEqual([]);
  await lab.evaluate(
    async (importKey) => window.lab.labIds.commitImport({ importKey }),
    opened.ok ? opened.value.importKey : '',
  );
  expect((await idsOf(lab)).map(({ label }) => label)).toEqual(['Fresh 1', 'Fresh 2']);
  rmSync(file);

  await lab.evaluate(async () => window.lab.labSession.refuseNextRefresh());
  await lab.evaluate(async () => window.lab.labSession.expireToken());
  expect(await lab.evaluate(async () => window.lab.labSession.reload())).toMatchObject({
    ok: true,
    value: { type: 'Success' },
  });
  expect(await lab.evaluate(async () => window.lab.labSession.logout())).toMatchObject({
    ok: true,
    value: { type: 'Success' },
  });
  await onScreen(page, 'welcome');
  const snapshot = await lab.evaluate(async () => window.lab.lab.snapshot());
  expect(snapshot).toMatchObject({ value: { engine: { state: 'NoUser' }, user: null } });
});

test('a sandbox is proven before it is used, and its secret stays in main', async ({
  launch,
  home,
}) => {
  const { env, close } = await startRemoteService(home);
  const sandbox = {
    baseUrl: env.COMPANION_SERVICE_URL,
    clientId: env.COMPANION_CLIENT_ID,
    clientSecret: env.COMPANION_CLIENT_SECRET,
  };
  const first = await launch({ args: ['--lab'] });
  const lab = await labOf(first);
  const file = join(first.userData, 'companion.json');
  // Starting again is left to the test.
  await first.app.evaluate(({ app }) => {
    const { quit } = app;
    app.relaunch = () => undefined;
    app.quit = () => void (app.quit = quit);
  });
  const use = (wanted: typeof sandbox) =>
    lab.evaluate(async (service) => window.lab.lab.useSandbox(service), wanted);
  expect(await use({ ...sandbox, clientSecret: 'another' })).toMatchObject({
    ok: false,
    error: { code: 'service/misconfigured' },
  });
  expect(() => statSync(file)).toThrow();
  expect(await use(sandbox)).toEqual({ ok: true, value: undefined });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ service: sandbox });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await first.close();

  const second = await launch({ args: ['--lab'] });
  const again = await labOf(second);
  const { service } = await snapshotOf(second.page);
  expect(service).toMatchObject({ kind: 'remote', host: new URL(sandbox.baseUrl).host });
  const seen = await again.evaluate(async () => window.lab.lab.snapshot());
  expect(seen).toMatchObject({ value: { service: { clientId: sandbox.clientId } } });
  expect(JSON.stringify(seen)).not.toContain(sandbox.clientSecret);
  await makeProfile(second.page);
  await second.close();
  await close();
});
