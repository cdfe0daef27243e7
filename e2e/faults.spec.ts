import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault } from './support/fault-proxy';
import type { Companion } from './support/launch';
import { startRemoteService, type RemoteService } from './support/remote-service';
import {
  makeProfile,
  notice,
  onboard,
  onScreen,
  openSettings,
  press,
  quicken,
  snapshotOf,
  userIdOf,
} from './support/steps';
import { expect, test as base } from './support/test';
import { say } from './support/words';

const test = base.extend<{ readonly service: RemoteService }>({
  service: async ({ home }, use) => {
    const service = await startRemoteService(home);
    await use(service);
    await service.close();
  },
});

/** Somebody who must never hear of the app. */
const startStranger = async () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    requests: () => requests,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};

type Trouble = readonly [
  name: string,
  fault: Fault | 'unplug' | 'lose-registration',
  words: Parameters<typeof say>[0],
  also?: string,
];

/** Deadlines are 15 s; main's timers run this many times as fast. */
const HURRY = 10;

const FAULTS: readonly Trouble[] = [
  ['no connection', 'unplug', 'errors.service/offline'],
  ['no answer in time', { type: 'hang' }, 'errors.service/timeout'],
  [
    '429 with Retry-After',
    { type: 'status', status: 429, retryAfter: '120' },
    'errors.service/rate-limited',
    '120',
  ],
  ['500', { type: 'status', status: 500 }, 'errors.service/unavailable'],
  ['HTML instead of JSON', { type: 'html' }, 'errors.service/bad-response'],
];

const begin = async ({ proxy }: RemoteService, fault: Trouble[1]): Promise<void> => {
  if (fault === 'unplug') await proxy.unplug();
  else if (fault === 'lose-registration') proxy.set({ type: 'lost-reply' }, '/v1/anonymous-users');
  else proxy.set(fault);
};

const end = async ({ proxy }: RemoteService, fault: Trouble[1]): Promise<void> =>
  fault === 'unplug' ? proxy.plugIn() : proxy.set({ type: 'none' });

const bodies = ({ proxy }: RemoteService): string[] =>
  proxy.passed.filter(({ path }) => path === '/v1/anonymous-users').map(({ body }) => body);

const logouts = async (companion: Companion): Promise<number> => {
  const log = (await companion.readUserData()).get('log/companion.log')?.toString() ?? '';
  return log.split('\n').filter((line) => /"to":"(ForcedOut|NoUser)".*/.test(line)).length;
};

test('while a profile is made: every fault has its words, and one user comes of it', async ({
  launch,
  service,
}) => {
  const companion = await launch({ env: service.env });
  const { page } = companion;
  await quicken(companion, HURRY);
  const troubles: readonly Trouble[] = [
    ...FAULTS,
    ['lost reply', 'lose-registration', 'errors.service/offline'],
    ['wrong id in the reply', { type: 'wrong-id' }, 'errors.session/invariant-violation'],
  ];
  const create = page.getByRole('button', { name: say('year.create') });
  let isFirst = true;
  for (const [name, fault, words, also] of troubles) {
    await begin(service, fault);
    if (isFirst) await onboard(page);
    else await create.click();
    isFirst = false;
    const said = notice(page, 'outcome');
    await expect(said, name).toContainText(say(words as 'app.name'));
    if (also) await expect(said).toContainText(also);
    expect((await snapshotOf(page)).session).toMatchObject({
      status: 'signed-out',
      pendingYearOfBirth: 1966,
      loading: { status: 'failure' },
    });
    // The service made the user whose reply was lost; the next tries are for the same one.
    if (fault === 'lose-registration') expect(service.users()).toBe(1);
    await end(service, fault);
  }
  await create.click();
  await onScreen(page, 'choose-start');
  expect(service.users()).toBe(1);
  expect(new Set(bodies(service)).size).toBe(1);
  expect((await snapshotOf(page)).service).toMatchObject({ kind: 'remote', trouble: null });
});

test('tokens the service no longer takes are replaced by one silent login', async ({
  launch,
  service,
}) => {
  const companion = await launch({ env: service.env });
  const { page } = companion;
  const userId = await makeProfile(page);
  const before = await logouts(companion);
  // Access and refresh token are past their time: 401, a refused refresh, then the id itself.
  service.later(100);
  const { length } = service.proxy.passed;
  const result = await page.evaluate(async () => window.companion.session.refresh());
  expect(result).toEqual({ ok: true });
  const seen = service.proxy.passed
    .slice(length)
    .map(({ path, reply }) => [path, reply?.status])
    .filter(([path]) => path === '/v1/me' || path === '/oauth/token');
  expect(seen.slice(0, 4)).toEqual([
    ['/v1/me', 401],
    ['/oauth/token', 400],
    ['/oauth/token', 200],
    ['/v1/me', 200],
  ]);
  expect(await userIdOf(page)).toBe(userId);
  expect(await logouts(companion)).toBe(before);
  expect(service.users()).toBe(1);
});

test('with a profile open: nobody is logged out, and all is well when the fault ends', async ({
  launch,
  service,
}) => {
  const companion = await launch({ env: service.env });
  const { page } = companion;
  const userId = await makeProfile(page);
  const before = await logouts(companion);
  await quicken(companion, HURRY);
  const stranger = await startStranger();
  const troubles: readonly Trouble[] = [
    ...FAULTS,
    ['lost reply', { type: 'lost-reply' }, 'errors.service/offline'],
    ['401 from a portal', { type: 'status', status: 401 }, 'errors.service/bad-response'],
    ['404 from a portal', { type: 'status', status: 404 }, 'errors.service/misconfigured'],
    ['redirect elsewhere', { type: 'redirect', to: stranger.url }, 'errors.service/bad-response'],
  ];
  for (const [name, fault, words, also] of troubles) {
    await begin(service, fault);
    await page.evaluate(async () => window.companion.session.refresh());
    const said = notice(page, 'service');
    await expect(said, name).toContainText(say(words as 'app.name'));
    if (also) await expect(said).toContainText(also);
    expect(await userIdOf(page), name).toBe(userId);
    expect((await snapshotOf(page)).profile).toMatchObject({ status: 'ready' });
    await end(service, fault);
    await press(page, say('app.tryAgain'));
    await expect(said, name).toBeHidden();
  }
  expect(service.users()).toBe(1);
  expect(await logouts(companion)).toBe(before);
  expect(stranger.requests()).toBe(0);
  await stranger.close();
});

test('offline, a kept profile opens as last known, and deleting deletes nothing', async ({
  launch,
  service,
}) => {
  const first = await launch({ env: service.env });
  const userId = await makeProfile(first.page);
  await expect.poll(async () => (await first.readUserData()).has('profile.json')).toBe(true);
  await first.close();
  await service.proxy.unplug();

  const second = await launch({ env: service.env });
  const { page } = second;
  await onScreen(page, 'profile');
  await quicken(second, HURRY);
  expect(await userIdOf(page)).toBe(userId);
  await expect(page.getByText(say('status.stored'))).toBeVisible();
  await expect(notice(page, 'service')).toContainText(say('errors.service/offline'));

  await openSettings(page);
  await press(page, say('settings.delete'));
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox').fill(say('confirm.delete'));
  await dialog.getByRole('button', { name: say('settings.delete') }).click();
  await expect(dialog).toContainText(say('errors.service/offline'));
  expect(await userIdOf(page)).toBe(userId);
  await page.keyboard.press('Escape');
  await press(page, say('settings.done'));

  await service.proxy.plugIn();
  expect(service.users()).toBe(1);
  await press(page, say('app.tryAgain'));
  await expect(page.getByText(say('status.stored'))).toBeHidden();
  await expect(notice(page, 'service')).toBeHidden();
});

test('a user deleted on the service is told so, and the app is open for a new one', async ({
  launch,
  service,
}) => {
  const { page } = await launch({ env: service.env });
  await makeProfile(page);
  const reply = service.proxy.passed.find(({ path }) => path === '/v1/anonymous-users')?.reply;
  const { tokens } = JSON.parse(reply?.body ?? '{}') as { tokens: { access_token: string } };
  await service.deleteUser(tokens.access_token);
  await page.evaluate(async () => window.companion.session.refresh());
  await onScreen(page, 'welcome');
  await expect(notice(page, 'reason')).toContainText(say('reasons.user-deleted'));
  expect(service.users()).toBe(0);
});

test('a user the service disabled keeps the id, and is opened when it is let in again', async ({
  launch,
  service,
}) => {
  const { page } = await launch({ env: service.env });
  await makeProfile(page);
  service.disableUsers();
  await page.evaluate(async () => window.companion.session.refresh());
  await onScreen(page, 'welcome');
  await expect(notice(page, 'reason')).toContainText(say('reasons.user-disabled'));
  expect((await snapshotOf(page)).session).toMatchObject({ keptProfile: {} });
  await page.getByRole('button', { name: say('welcome.open') }).click();
  await expect(notice(page, 'outcome')).toContainText(say('errors.session/user-disabled'));
  expect(service.users()).toBe(1);
});

for (const [name, change, then] of [
  // Ids belong to a service and client: with the client put right, the creation begun goes on by itself.
  ['a wrong client secret', { COMPANION_CLIENT_SECRET: 'wrong' }, 'choose-start'],
  ['an unknown client', { COMPANION_CLIENT_ID: 'nobody' }, 'welcome'],
] as const) {
  test(`${name} is said to be the app's trouble, and can be put right`, async ({
    launch,
    service,
  }) => {
    const companion = await launch({ env: { ...service.env, ...change } });
    const { page } = companion;
    await onboard(page);
    await expect(notice(page, 'outcome')).toContainText(say('errors.service/misconfigured'));
    expect((await snapshotOf(page)).session).toMatchObject({ status: 'signed-out', reason: null });
    expect(service.users()).toBe(0);
    await companion.close();
    const mended = await launch({ env: service.env });
    await onScreen(mended.page, then);
    if (then === 'welcome') await onboard(mended.page);
    await onScreen(mended.page, 'choose-start');
    expect(service.users()).toBe(1);
  });
}

test('a wrong address of the service logs nobody out and sends the id nowhere', async ({
  launch,
  service,
}) => {
  const first = await launch({ env: service.env });
  const userId = await makeProfile(first.page);
  await first.close();
  const stranger = await startStranger();
  const COMPANION_SERVICE_URL = stranger.url.replace('localhost', '127.0.0.1');
  const second = await launch({ env: { ...service.env, COMPANION_SERVICE_URL } });
  await onScreen(second.page, 'welcome');
  // The id belongs to the other service: this one is not told of it.
  expect(stranger.requests()).toBe(0);
  await second.close();
  await stranger.close();
  const third = await launch({ env: service.env });
  await onScreen(third.page, 'profile');
  expect(await userIdOf(third.page)).toBe(userId);
});
