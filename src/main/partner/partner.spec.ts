import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MimiAuthRoute } from '../mimi-core/mimi-auth-route';
import { codeOf, ID_C } from '../mimi-core/spec-support/session-bench';
import { startLinked, unplugged, type App, type LinkedApp } from './spec-support/apps';
import { createPartnerBench, type PartnerBench } from './spec-support/partner-bench';

let bench: PartnerBench;
beforeEach(async () => (bench = await createPartnerBench()));
afterEach(() => bench.close());

const linkedApp = (name: string): Promise<LinkedApp> => startLinked(bench, name);
const kept = ({ records }: App): string[] => records.onDisk?.kept.map((k) => k.anonymousId) ?? [];
const waiting = ({ core }: App): string[] =>
  core.inspect().outbox.filter((type) => type === 'association');
const isPartners = (request: Request): boolean => request.url.startsWith(bench.config.issuer);

describe('linking', () => {
  it('stores the profile that is open with the account that signs in', async () => {
    const app = await bench.start();
    const id = await app.create();
    expect(app.status()).toBe('signed-out');
    expect(await app.signIn({ account: 'Ada' })).toBe('signed-in');
    await expect.poll(app.status).toBe('linked');
    expect(bench.has('Ada')).toBe(id);
    expect(app.side.view()).toMatchObject({ account: 'Ada', trouble: null, signIn: null });
  });

  it('stores a profile that appears later, with the account signed in at that moment', async () => {
    const app = await bench.start();
    await app.signIn({ account: 'Ada' });
    expect(app.status()).toBe('ready');
    const id = await app.create();
    await expect.poll(app.status).toBe('linked');
    expect(bench.has('Ada')).toBe(id);
  });

  it('never gives it to another account: not while it waits, and not later', async () => {
    const network = unplugged((request) => request.method === 'PUT');
    const app = await bench.start(undefined, network.fetch);
    await app.signIn({ account: 'Ada' });
    const id = await app.create();
    await expect.poll(() => app.side.view().trouble).toBe('partner/unreachable');
    expect(app.status()).toBe('waiting');
    await app.side.signOut(false);
    network.plugIn();
    await app.signIn({ account: 'Bob' });
    expect(app.side.view()).toMatchObject({ status: 'unlinked', belongsToOther: true });
    expect([bench.has('Ada'), bench.has('Bob')]).toEqual([null, null]);
    // Back again, it goes where it belonged all the time.
    await app.signIn({ account: 'Ada' });
    await expect.poll(app.status).toBe('linked');
    expect([bench.has('Ada'), bench.has('Bob')]).toEqual([id, null]);
  });

  it('is retried across restarts until the account has it', async () => {
    const network = unplugged((request) => request.method === 'PUT');
    const app = await bench.start(undefined, network.fetch);
    const id = await app.create();
    await app.signIn({ account: 'Ada' });
    expect(waiting(app)).toEqual(['association']);
    await app.dispose();
    const again = await bench.start(app.records);
    await again.side.look();
    await expect.poll(again.status).toBe('linked');
    expect(bench.has('Ada')).toBe(id);
    expect(waiting(again)).toEqual([]);
  });

  it('finds its own id when only the reply was lost', async () => {
    let lost = 0;
    const app = await bench.start(undefined, async (request) => {
      const isPut = request.method === 'PUT';
      const response = await fetch(request);
      if (!isPut || lost > 0) return response;
      lost += 1;
      throw new TypeError('the reply was lost');
    });
    const id = await app.create();
    await app.signIn({ account: 'Ada' });
    await app.side.look();
    expect(app.status()).toBe('linked');
    expect([bench.has('Ada'), lost]).toEqual([id, 1]);
  });

  it('holds up nothing else while the partner is down, nor is held up by the service', async () => {
    const network = unplugged(isPartners);
    const { app } = await linkedApp('Ada');
    await app.dispose();
    const again = await bench.start(app.records, network.fetch);
    await again.create();
    expect([again.status(), waiting(again)]).toEqual(['waiting', ['association']]);
    await again.users.submitYearOfBirth(1970);
    await expect.poll(() => again.core.inspect().outbox).toEqual(['association']);
  });
});

describe('signing in', () => {
  it('cancelled in the browser or in the app, nothing has changed', async () => {
    const app = await bench.start();
    await app.create();
    const before = JSON.stringify(app.records.onDisk);
    expect(await app.signIn('cancel')).toBe('cancelled');
    const opened: string[] = [];
    const signingIn = app.side.signIn(async (url) => void opened.push(url));
    await expect.poll(() => opened.length).toBe(1);
    expect(app.side.view().signIn).toBe('browser');
    await app.side.openAgain(async (url) => void opened.push(url));
    app.side.cancelSignIn();
    expect(await signingIn).toBe('cancelled');
    expect(opened).toHaveLength(2);
    expect(JSON.stringify(app.records.onDisk)).toBe(before);
    expect(app.status()).toBe('signed-out');
  });

  it('closes its door after one answer, and takes no answer of another flow', async () => {
    const app = await bench.start();
    const seen: { status: number; url: string }[] = [];
    const signedIn = app.side.signIn(async (url) => {
      const { browser } = app;
      const { url: callback } = await browser.decide(url, { account: 'Ada' });
      const wrong = new URL(callback);
      wrong.searchParams.set('state', 'another');
      for (const address of [wrong.href, callback]) {
        const { status } = await browser.visit(address);
        seen.push({ status, url: callback });
      }
    });
    expect(await signedIn).toBe('signed-in');
    await expect.poll(() => seen.map(({ status }) => status)).toEqual([404, 200]);
    expect(seen[1]?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback\?/);
    await expect(fetch(seen[1]!.url)).rejects.toThrow();
  });

  it.each([
    ['a code used before', async (url: string) => url, 'partner/refused'],
    ['a code too old', async (url: string) => url, 'partner/refused'],
  ])('refuses %s', async (name, _same, code) => {
    const app = await bench.start();
    const ended = app.side.signIn(async (url) => {
      const { browser } = app;
      void browser.decide(url, { account: 'Ada' }).then(({ url: callback }) => {
        const replayed = new URL(callback);
        if (name === 'a code used before') replayed.searchParams.set('code', 'used-before');
        else bench.partner.expire('AuthorizationCode');
        return browser.visit(replayed.href);
      });
    });
    expect(await codeOf(ended)).toBe(code);
    expect(app.records.onDisk?.partner?.account ?? null).toBeNull();
  });

  it.each([10, -10])('asks to check the clock when it is %i minutes off', async (minutes) => {
    const app = await bench.start();
    bench.shift(minutes * 60_000);
    expect(await codeOf(app.signIn({ account: 'Ada' }))).toBe('partner/clock');
    expect(app.records.onDisk?.partner?.account ?? null).toBeNull();
    bench.shift(0);
    expect(await app.signIn({ account: 'Ada' })).toBe('signed-in');
  });

  it('tells when the partner is down, and waits where no browser opens', async () => {
    const down = unplugged(isPartners);
    const app = await bench.start(undefined, down.fetch);
    expect(await codeOf(app.signIn({ account: 'Ada' }))).toBe('partner/unreachable');
    down.plugIn();
    const without = app.side.signIn(() => Promise.reject(new Error('no browser')));
    await expect.poll(() => app.side.view().signIn).toBe('no-browser');
    let copied = '';
    expect(await app.side.copyAddress(async (url) => void (copied = url))).toBe(true);
    await app.browser.signIn(copied, { account: 'Ada' });
    expect(await without).toBe('signed-in');
    expect(app.side.view()).toMatchObject({ account: 'Ada', signIn: null });
  });

  it('renews its tokens, and asks to sign in again once that is refused', async () => {
    const { app, id } = await linkedApp('Ada');
    const first = app.records.onDisk?.partner?.account?.tokens;
    bench.partner.expire('AccessToken');
    await app.side.look();
    expect(app.records.onDisk?.partner?.account?.tokens).not.toEqual(first);
    bench.partner.expire('AccessToken');
    bench.partner.expire('RefreshToken');
    expect(await codeOf(app.side.look())).toBe('partner/sign-in-again');
    expect([app.status(), app.current()]).toEqual(['expired', id]);
    await app.signIn({ account: 'Ada' });
    expect(app.status()).toBe('linked');
  });
});

describe('a renewal that comes late', () => {
  it.each([200, 400])(
    'does not touch a newer sign-in, and leaves no tokens valid: %i',
    async (status) => {
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      let isHolding = false;
      const app = await bench.start(undefined, async (request) => {
        const isRenewal =
          isHolding && (await request.clone().text()).includes('grant_type=refresh_token');
        if (!isRenewal) return fetch(request);
        isHolding = false;
        const response =
          status === 200
            ? await fetch(request)
            : Response.json({ error: 'invalid_grant' }, { status });
        await held;
        return response;
      });
      const id = await app.create();
      await app.signIn({ account: 'Ada' });
      await expect.poll(app.status).toBe('linked');
      isHolding = true;
      bench.partner.expire('AccessToken');
      const looking = app.side.look();
      await expect.poll(() => isHolding).toBe(false);
      const again = app.signIn({ account: 'Ada' });
      const old = app.records.onDisk?.partner?.account?.tokens?.accessToken;
      await expect
        .poll(() => app.records.onDisk?.partner?.account?.tokens?.accessToken)
        .not.toBe(old);
      const newest = app.records.onDisk?.partner?.account?.tokens;
      release();
      await looking;
      expect(await again).toBe('signed-in');
      expect([app.status(), app.current()]).toEqual(['linked', id]);
      expect(app.records.onDisk?.partner?.account?.tokens).toEqual(newest);
      await expect.poll(() => app.records.onDisk?.partner?.leaving).toEqual([]);
    },
  );
});

describe('the account has the profile already', () => {
  it('reinstall: signed in on an empty computer, the same profile opens', async () => {
    const { id } = await linkedApp('Ada');
    const fresh = await bench.start();
    await fresh.signIn({ account: 'Ada' });
    expect([fresh.current(), fresh.status()]).toEqual([id, 'linked']);
  });

  it('goes on opening it after a restart, but not once it was removed here', async () => {
    const { id } = await linkedApp('Ada');
    const fresh = await bench.start();
    const network = unplugged(() => true);
    await fresh.signIn({ account: 'Ada' });
    const account = fresh.records.onDisk?.partner?.account;
    const rest = fresh.records.onDisk!;
    await fresh.dispose();
    fresh.records.put({
      ...rest,
      current: null,
      partner: { account: { ...account!, isOpening: true }, links: [], leaving: [] },
    });
    const cut = await bench.start(fresh.records, network.fetch);
    expect(await codeOf(cut.side.look())).toBe('partner/unreachable');
    expect([cut.status(), cut.current()]).toEqual(['opening', null]);
    network.plugIn();
    await cut.side.look();
    expect(cut.current()).toBe(id);
    await cut.users.removeFromComputer();
    await cut.side.look();
    expect([cut.status(), cut.current()]).toEqual(['available', null]);
    await cut.side.openAccountProfile();
    expect(cut.current()).toBe(id);
  });

  it('a second product follows a decision of the first, but not in the middle of a test', async () => {
    const { app: first, id } = await linkedApp('Ada');
    const second = await bench.start();
    await second.signIn({ account: 'Ada' });
    expect(second.current()).toBe(id);
    const other = await first.create();
    await expect.poll(first.status).toBe('conflict');
    await first.side.compare();
    await first.side.choose('here');
    expect([first.status(), bench.has('Ada')]).toEqual(['linked', other]);
    second.testRuns(true);
    await second.side.look();
    expect([second.current(), second.status()]).toEqual([id, 'conflict']);
    expect(second.followed()).toBe(0);
    second.testRuns(false);
    await second.side.look();
    expect([second.current(), second.status()]).toEqual([other, 'linked']);
    expect([first.followed(), second.followed()]).toEqual([0, 1]);
    expect(kept(second)).toContain(id);
  });
});

describe('a conflict', () => {
  const conflict = async () => {
    const { id: theirs } = await linkedApp('Ada');
    const app = await bench.start();
    const own = await app.create();
    await app.signIn({ account: 'Ada' });
    await expect.poll(app.status).toBe('conflict');
    expect(bench.has('Ada')).toBe(theirs);
    return { app, own, theirs };
  };

  it('shows both and changes nothing; the session for looking is revoked', async () => {
    const { app, own, theirs } = await conflict();
    const both = await app.side.compare();
    expect(both.here.maskedId.slice(-4)).toBe(own.slice(-4));
    expect(both.account).toMatchObject({ maskedId: expect.stringMatching(theirs.slice(-4)) });
    expect(JSON.stringify(both)).not.toContain(own);
    expect(JSON.stringify(both)).not.toContain(theirs);
    await expect.poll(() => app.core.inspect().outbox).toEqual([]);
    expect([app.current(), bench.has('Ada'), app.status()]).toEqual([own, theirs, 'conflict']);
  });

  it('decided for the account, opens its profile and keeps the one from here', async () => {
    const { app, own, theirs } = await conflict();
    await app.side.compare();
    await app.side.choose('account');
    await expect.poll(app.status).toBe('linked');
    expect([app.current(), bench.has('Ada')]).toEqual([theirs, theirs]);
    expect(kept(app)).toEqual([own]);
  });

  it('decided for here, gives it to the account and keeps the one it had', async () => {
    const { app, own, theirs } = await conflict();
    await app.side.compare();
    await app.side.choose('here');
    expect([app.current(), bench.has('Ada'), app.status()]).toEqual([own, own, 'linked']);
    expect(kept(app)).toEqual([theirs]);
  });

  it('comes from another account of the partner, too, and leaves the first one as it was', async () => {
    const { id: theirs } = await linkedApp('Bob');
    const { app, id } = await linkedApp('Ada');
    await app.signIn({ account: 'Bob' });
    expect(app.side.view()).toMatchObject({ status: 'conflict', belongsToOther: true });
    expect([app.current(), bench.has('Bob')]).toEqual([id, theirs]);
    await app.side.compare();
    await app.side.choose('account');
    expect([app.current(), app.status()]).toEqual([theirs, 'linked']);
    expect([bench.has('Ada'), bench.has('Bob')]).toEqual([id, theirs]);
    expect(kept(app)).toEqual([id]);
  });

  it('is not decided unseen, nor when either changed meanwhile', async () => {
    const { app, own } = await conflict();
    expect(await codeOf(app.side.choose('here'))).toBe('partner/changed-meanwhile');
    await app.side.compare();
    const third = await linkedApp('Eve');
    bench.partner.accounts.store(bench.partner.accounts.pick('Ada'), third.id, Date.now());
    for (const side of ['account', 'here'] as const) {
      expect(await codeOf(app.side.choose(side))).toBe('partner/changed-meanwhile');
    }
    expect([app.current(), bench.has('Ada')]).toEqual([own, third.id]);
  });

  it('with a profile that is gone can only be decided for here', async () => {
    const app = await bench.start();
    const own = await app.create();
    bench.partner.accounts.store(bench.partner.accounts.pick('Ada'), ID_C, Date.now());
    await app.signIn({ account: 'Ada' });
    await expect.poll(app.status).toBe('conflict');
    expect((await app.side.compare()).account).toBe('gone');
    expect(await codeOf(app.side.choose('account'))).toBe('session/unknown-id');
    expect(app.current()).toBe(own);
    await app.side.compare();
    await app.side.choose('here');
    expect([bench.has('Ada'), kept(app)]).toEqual([own, []]);
  });
});

describe('leaving', () => {
  it('unlinks and stores again only when asked', async () => {
    const { app, id } = await linkedApp('Ada');
    await app.side.unlink();
    expect([bench.has('Ada'), app.status(), app.current()]).toEqual([null, 'unlinked', id]);
    await app.side.look();
    expect([bench.has('Ada'), app.status()]).toEqual([null, 'unlinked']);
    await app.side.store();
    expect([bench.has('Ada'), app.status()]).toEqual([id, 'linked']);
  });

  it('gives the account nothing that waited for it', async () => {
    const network = unplugged((request) => request.method === 'PUT');
    const { app, id } = await linkedApp('Ada');
    await app.dispose();
    const again = await bench.start(app.records, network.fetch);
    await again.create();
    expect(waiting(again)).toEqual(['association']);
    await again.users.authenticate(MimiAuthRoute.LoginAnonymously(id));
    await again.side.unlink();
    network.plugIn();
    expect([waiting(again), again.status()]).toEqual([[], 'unlinked']);
    await again.side.look();
    expect([bench.has('Ada'), again.status()]).toEqual([null, 'unlinked']);
  });

  it('waits for an id that is under way, and takes it off even if its reply is lost', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let [isOnTheWay, wasAsked, hasArrived] = [false, false, false];
    const app = await bench.start(undefined, async (request) => {
      if (request.method !== 'PUT') {
        const response = await fetch(request);
        wasAsked ||= isOnTheWay && request.method === 'GET';
        return response;
      }
      isOnTheWay = true;
      await held;
      await fetch(request);
      hasArrived = true;
      throw new TypeError('the reply was lost');
    });
    await app.signIn({ account: 'Ada' });
    const id = await app.create();
    await expect.poll(() => isOnTheWay).toBe(true);
    const gone = app.side.unlink();
    let looks = 0;
    // Time enough for one that does not wait to find the account empty.
    await vi.waitUntil(() => wasAsked || (looks += 1) > 40, { interval: 5 });
    release();
    await gone;
    await expect.poll(() => hasArrived).toBe(true);
    await expect.poll(() => waiting(app)).toEqual([]);
    expect([bench.has('Ada'), app.status(), app.current()]).toEqual([null, 'unlinked', id]);
  });

  it('asks before another profile goes to an account without one', async () => {
    const { app, id } = await linkedApp('Ada');
    const other = await bench.start();
    const theirs = await other.create();
    await app.side.unlink();
    await app.users.authenticate(MimiAuthRoute.LoginAnonymously(theirs));
    await app.side.look();
    expect([bench.has('Ada'), waiting(app), app.status()]).toEqual([null, [], 'unlinked']);
    expect(kept(app)).toEqual([id]);
    await app.side.store();
    expect([bench.has('Ada'), app.status()]).toEqual([theirs, 'linked']);
  });

  it('notices that another product has unlinked it', async () => {
    const { app, id } = await linkedApp('Ada');
    bench.partner.accounts.remove(bench.partner.accounts.pick('Ada'));
    await app.side.look();
    expect([app.status(), app.current()]).toEqual(['unlinked', id]);
  });

  it('signs out and keeps the profile; the tokens are revoked', async () => {
    const { app, id } = await linkedApp('Ada');
    const { accessToken } = app.records.onDisk!.partner!.account!.tokens!;
    await app.side.signOut(false);
    expect([app.status(), app.current()]).toEqual(['signed-out', id]);
    await expect.poll(() => app.records.onDisk?.partner?.leaving).toEqual([]);
    const headers = { authorization: `Bearer ${accessToken}` };
    expect((await fetch(bench.config.associationUrl, { headers })).status).toBe(401);
  });

  it('lets nobody remove a profile the account does not have', async () => {
    const { app, id } = await linkedApp('Ada');
    bench.partner.accounts.remove(bench.partner.accounts.pick('Ada'));
    expect(await codeOf(app.side.signOut(true))).toBe('partner/not-stored');
    expect([app.current(), app.status()]).toEqual([id, 'unlinked']);
    await app.side.store();
    expect(await app.side.signOut(true)).toBe(app.records.onDisk?.current?.userId);
  });
});

it('no address and no line of the partner’s log ever carries an id', async () => {
  const { app, id } = await linkedApp('Ada');
  await app.side.unlink();
  await app.side.store();
  const seen = [...app.browser.history, ...bench.log].join('\n');
  expect(seen).toContain('PUT /v1/association 201');
  for (const part of [id, id.replaceAll('-', ''), id.slice(-12)]) expect(seen).not.toContain(part);
});
