import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymousIdSchema } from '../../contract/http/users';
import { bearer, logIn, newUser, refresh } from '../testing/harness';
import type { Account, AccountPage } from './accounts';
import { startTestSandbox, type TestSandbox } from './spec-support/sandbox';

describe('accounts', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.stop());

  const create = async (body: Record<string, unknown> = {}) => {
    const reply = await sandbox.admin('POST', '/accounts', { product: 'companion', ...body });
    expect(reply.status).toBe(201);
    return (await reply.json()) as Account & { anonymousId: string };
  };
  const page = async (query: string) =>
    (await (await sandbox.admin('GET', `/accounts?${query}`)).json()) as AccountPage;
  const search = async (body: Record<string, unknown>) =>
    (await (await sandbox.admin('POST', '/accounts/search', body)).json()) as AccountPage;

  it('makes one whose id is told once and opens it', async () => {
    const { anonymousId, ...account } = await create();
    expect(anonymousIdSchema.safeParse(anonymousId).success).toBe(true);
    expect((await logIn(sandbox, anonymousId)).status).toBe(200);
    const read = await sandbox.admin('GET', `/accounts/${account.userId}`);
    expect(await read.json()).toEqual({ ...account, hearingTests: 0, isDisabled: false });
    expect(JSON.stringify(await page(''))).not.toContain(anonymousId);
  });

  it('makes one of an id that was brought, but only once, and never of a deleted one', async () => {
    const anonymousId = randomUUID();
    const { userId } = await create({ anonymousId });
    const again = () => sandbox.admin('POST', '/accounts', { anonymousId, product: 'x' });
    expect((await again()).status).toBe(409);
    expect((await sandbox.admin('DELETE', `/accounts/${userId}`)).status).toBe(204);
    expect((await sandbox.admin('DELETE', `/accounts/${userId}`)).status).toBe(404);
    expect((await again()).status).toBe(410);
    expect(await (await logIn(sandbox, anonymousId)).json()).toMatchObject({ reason: 'deleted' });
  });

  it.each([
    ['no product', {}],
    ['an id of another form', { product: 'x', anonymousId: 'X' }],
    ['an unknown field', { product: 'x', name: 'Ada' }],
    ['a product with a control character', { product: 'x\u0000' }],
  ])('refuses %s', async (_name, body) => {
    expect((await sandbox.admin('POST', '/accounts', body)).status).toBe(400);
  });

  it('walks through all of them, newest first, each once', async () => {
    await sandbox.admin('POST', '/seed', { seed: 'walk', count: 45, testsPerAccount: 1 });
    const seen: Account[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { accounts, next }: AccountPage = await page(
        `limit=20${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...accounts);
      cursor = next;
    }
    expect(new Set(seen.map(({ userId }) => userId)).size).toBe(seen.length);
    expect(seen.map(({ createdAt }) => createdAt)).toEqual(
      seen.map(({ createdAt }) => createdAt).sort((a, b) => b - a),
    );
    expect(
      seen.filter(({ product, hearingTests }) => product === 'seed' && hearingTests === 1),
    ).toHaveLength(45);
  });

  it('finds by what a userId or product begins with, by id and by creation', async () => {
    const { anonymousId, userId, createdAt } = await create({ product: '100%_sure' });
    const found = async (body: Record<string, unknown>) =>
      (await search(body)).accounts.map((account) => account.userId);
    expect(await found({ userId })).toEqual([userId]);
    expect(await found({ userId: userId.slice(0, 12) })).toEqual([userId]);
    expect(await found({ anonymousId })).toEqual([userId]);
    expect(await found({ anonymousId: randomUUID() })).toEqual([]);
    expect(await found({ product: '100%' })).toEqual([userId]);
    // Nothing in it stands for another text.
    for (const product of ['%', '_', '100%_S', '\\', "'"])
      expect(await found({ product })).toEqual([]);
    expect(await found({ createdFrom: createdAt, product: '100' })).toEqual([userId]);
    expect(await found({ createdBefore: createdAt, product: '100' })).toEqual([]);
    const { next } = await search({ product: 'seed', limit: 1 });
    expect((await search({ product: 'seed', limit: 200, cursor: next })).accounts).toHaveLength(44);
  });

  it.each(['cursor=x', 'cursor=', 'limit=0', 'limit=201', 'limit=x'])(
    'refuses %s',
    async (query) => {
      expect((await sandbox.admin('GET', `/accounts?${query}`)).status).toBe(400);
    },
  );

  it('refuses control characters wherever it is asked for accounts', async () => {
    const cursor = Buffer.from('1.\u0000').toString('base64url');
    const replies = await Promise.all([
      sandbox.admin('GET', '/accounts/a%00'),
      sandbox.admin('PATCH', '/accounts/a%00', { isDisabled: true }),
      sandbox.admin('DELETE', '/accounts/a%00'),
      sandbox.admin('POST', '/accounts/search', { userId: '\u0000' }),
      sandbox.admin('POST', '/accounts/search', { product: '\u0000' }),
      sandbox.admin('GET', `/accounts?cursor=${cursor}`),
    ]);
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 400));
  });

  it('disables one and enables it again', async () => {
    const { id, user, tokens, as } = await newUser(sandbox);
    const set = async (isDisabled: boolean) =>
      (await sandbox.admin('PATCH', `/accounts/${user.userId}`, { isDisabled })).json();
    expect(await set(true)).toMatchObject({ isDisabled: true });
    expect((await sandbox.send('/v1/me', { headers: as })).status).toBe(403);
    expect(await (await refresh(sandbox, tokens.refresh_token)).json()).toMatchObject({
      reason: 'disabled',
    });
    expect(await set(false)).toMatchObject({ isDisabled: false });
    expect((await logIn(sandbox, id)).status).toBe(200);
    const nobody = await sandbox.admin('PATCH', `/accounts/${randomUUID()}`, { isDisabled: true });
    expect(nobody.status).toBe(404);
  });

  it('makes of one seed the same accounts everywhere, and skips those that are there or were deleted', async () => {
    const other = await startTestSandbox();
    try {
      const seed = async (at: TestSandbox, body: Record<string, unknown>) =>
        (await (await at.admin('POST', '/seed', body)).json()) as {
          created: number;
          skipped: number;
          anonymousIds: string[];
        };
      const body = { seed: 'same', count: 12, testsPerAccount: 2, reveal: true };
      const here = await seed(sandbox, body);
      expect(here).toMatchObject({ created: 12, skipped: 0 });
      expect((await seed(other, body)).anonymousIds).toEqual(here.anonymousIds);
      expect(await seed(other, { ...body, seed: 'another', reveal: false })).toMatchObject({
        created: 12,
        anonymousIds: [],
      });
      const [first = ''] = here.anonymousIds;
      const { access_token: token } = (await (await logIn(sandbox, first)).json()) as {
        access_token: string;
      };
      const as = { headers: bearer(token) };
      const tests = await (await sandbox.send('/v1/me/hearing-tests', as)).json();
      expect(tests).toMatchObject({ tests: [{ source: 'import' }, { source: 'import' }] });
      await sandbox.send('/v1/me', { ...as, method: 'DELETE' });
      expect(await seed(sandbox, { ...body, count: 13 })).toMatchObject({
        created: 1,
        skipped: 12,
      });
    } finally {
      await other.stop();
    }
  });

  it('empties itself: accounts, sessions and the memory of deleted ids', async () => {
    const { id, as } = await newUser(sandbox);
    await sandbox.send('/v1/me', { method: 'DELETE', headers: as });
    expect((await sandbox.admin('DELETE', '/accounts')).status).toBe(204);
    expect(await page('')).toEqual({ accounts: [], next: null });
    expect(await (await logIn(sandbox, id)).json()).toMatchObject({ reason: 'unknown' });
  });
});
