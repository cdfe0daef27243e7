import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../mimi-core/spec-support/fake-clock';
import { codeOf } from '../mimi-core/spec-support/session-bench';
import { createOwnPeerCheck, readSocketTable } from './own-peer';
import { createSignIn } from './sign-in';
import type { OpenId, SignedIn } from './openid';

const ADA: SignedIn = {
  sub: 'ada',
  name: 'Ada',
  tokens: { accessToken: 'a', refreshToken: 'r', accessExpiresAt: 0 },
};
const ISSUER = 'https://id.example';

/** Where an address of the app's listener sends a browser. */
const leadsTo = async (url: string, init: RequestInit = {}): Promise<string | null> =>
  (await fetch(url, { ...init, redirect: 'manual' })).headers.get('location');

/** A sign-in with a provider that answers at once, or when the test says so. */
const createBench = () => {
  const clock = createFakeClock();
  const revoked: string[] = [];
  const opened: string[] = [];
  let redeem: () => Promise<SignedIn> = async () => ADA;
  let discovered: Promise<unknown> = Promise.resolve();
  let number = 0;
  const openId: OpenId = {
    newChallenge: (redirectUri) => {
      number += 1;
      return { state: `state-${number}`, nonce: 'n', verifier: 'v', redirectUri };
    },
    authorizationUrl: async ({ state, redirectUri }) => {
      await discovered;
      return `${redirectUri}?code=c&state=${state}`;
    },
    redeem: () => redeem(),
    refresh: () => Promise.reject(new Error('not here')),
    revoke: async (token) => void revoked.push(token),
  };
  const signIn = createSignIn({
    openId: async () => openId,
    clock,
    issuer: ISSUER,
    isOwnPeer: createOwnPeerCheck({ uid: process.geteuid?.(), readTable: readSocketTable }),
    page: (accepted) => (accepted ? 'you can close this' : 'not valid'),
    changed: () => undefined,
  });
  return {
    ...{ clock, signIn, revoked, opened },
    redeemWith: (next: () => Promise<SignedIn>) => (redeem = next),
    /** Makes finding the partner last that long. */
    discoverAfter: (next: Promise<unknown>) => void (discovered = next),
    /** Begins one; `start` is what the browser was opened with. */
    open: async () => {
      const before = opened.length;
      const ended = signIn.run(async (url) => void opened.push(url));
      await expect.poll(() => opened.length).toBeGreaterThan(before);
      return { ended, start: opened.at(-1) ?? '' };
    },
    /** The same up to the partner, whose page here has the address of the answer itself. */
    async begin() {
      const { ended, start } = await this.open();
      return { ended, answer: (await leadsTo(start)) ?? '' };
    },
  };
};

const statusOf = async (url: string): Promise<number | 'refused'> =>
  fetch(url).then(
    ({ status }) => status,
    () => 'refused' as const,
  );

describe('waiting for the browser', () => {
  it('takes one answer, says so plainly, and shuts the door', async () => {
    const bench = createBench();
    const { ended, answer } = await bench.begin();
    const page = await fetch(answer);
    expect(await page.text()).toBe('you can close this');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await ended).toEqual(ADA);
    expect(await statusOf(answer)).toBe('refused');
  });

  it('is on loopback only, on another port each time', async () => {
    const bench = createBench();
    const first = new URL((await bench.begin()).answer);
    const second = new URL((await bench.begin()).answer);
    expect(first.hostname).toBe('127.0.0.1');
    expect(second.port).not.toBe(first.port);
    // The first was given up for the second.
    expect(await statusOf(first.href)).toBe('refused');
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside) {
      expect(await statusOf(`http://${address}:${second.port}/callback`)).toBe('refused');
    }
    bench.signIn.cancel();
  });

  it('ends after ten minutes', async () => {
    const bench = createBench();
    const { clock } = bench;
    const { ended, answer } = await bench.begin();
    const code = codeOf(ended);
    await clock.advance(599_000);
    expect(await statusOf(answer.replace('state-', 'other-'))).toBe(404);
    await clock.advance(2_000);
    expect(await code).toBe('partner/timed-out');
    expect(await statusOf(answer)).toBe('refused');
  });

  it('cancelled while the partner is asked, gives back what came of it', async () => {
    const bench = createBench();
    const { signIn, revoked, redeemWith } = bench;
    let redeem: (signedIn: SignedIn) => void = () => undefined;
    redeemWith(() => new Promise((resolve) => (redeem = resolve)));
    const { ended, answer } = await bench.begin();
    await fetch(answer);
    await expect.poll(signIn.phase).toBe('finishing');
    signIn.cancel();
    redeem(ADA);
    expect(await ended).toBeNull();
    expect(revoked).toEqual(['r']);
    expect(signIn.phase()).toBeNull();
  });

  it('cancelled while the partner is looked for, opens no browser', async () => {
    const { signIn, opened, discoverAfter } = createBench();
    let find: () => void = () => undefined;
    discoverAfter(new Promise<void>((resolve) => (find = resolve)));
    const ended = signIn.run(async (url) => void opened.push(url));
    expect(signIn.phase()).toBe('browser');
    signIn.cancel();
    expect(await ended).toBeNull();
    find();
    expect([opened, signIn.phase()]).toEqual([[], null]);
  });

  it('begun twice at once, opens one page', async () => {
    const { signIn, opened } = createBench();
    const open = async (url: string): Promise<void> => void opened.push(url);
    const first = signIn.run(open);
    const second = signIn.run(open);
    expect(await first).toBeNull();
    await expect.poll(() => opened.length).toBe(1);
    await fetch((await leadsTo(opened[0]!)) ?? '');
    expect(await second).toEqual(ADA);
    expect(opened).toHaveLength(1);
  });
});

describe('what the browser is opened with', () => {
  it('says nothing of the sign-in, and leads to the partner once', async () => {
    const { signIn, opened, ...bench } = createBench();
    const { ended, start } = await bench.open();
    expect(start).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/start\/[\w-]{43}$/);
    expect(await leadsTo(start, { method: 'POST' })).toBeNull();
    expect(await leadsTo(`${start}x`)).toBeNull();
    expect(await leadsTo(start)).toContain('code=c&state=state-1');
    await signIn.openAgain(async (url) => void opened.push(url));
    expect(opened[1]).not.toBe(start);
    await fetch((await leadsTo(opened[1]!)) ?? '');
    expect(await ended).toEqual(ADA);
  });

  it('can be copied where no browser opens, and the sign-in waits for it', async () => {
    const { signIn } = createBench();
    const copied: string[] = [];
    const copy = (): Promise<boolean> => signIn.copyAddress(async (url) => void copied.push(url));
    const fail = (): Promise<void> => Promise.reject(new Error('no browser'));
    expect(await copy()).toBe(false);
    const ended = signIn.run(fail);
    await expect.poll(signIn.phase).toBe('no-browser');
    expect(await codeOf(signIn.openAgain(fail))).toBe('partner/no-browser');
    expect([await copy(), await copy(), signIn.phase()]).toEqual([true, true, 'no-browser']);
    expect(new Set(copied).size).toBe(2);
    await fetch((await leadsTo(copied[1]!)) ?? '');
    expect(await ended).toEqual(ADA);
    expect([await copy(), copied.length]).toEqual([false, 2]);
  });

  it('opens after all when a browser is there the next time', async () => {
    const { signIn, opened } = createBench();
    const ended = signIn.run(() => Promise.reject(new Error('no browser')));
    await expect.poll(signIn.phase).toBe('no-browser');
    await signIn.openAgain(async (url) => void opened.push(url));
    expect(signIn.phase()).toBe('browser');
    await fetch((await leadsTo(opened[0]!)) ?? '');
    expect(await ended).toEqual(ADA);
  });

  it('ends the sign-in when somebody was there before', async () => {
    const bench = createBench();
    const { ended, start } = await bench.open();
    const code = codeOf(ended);
    const answer = (await leadsTo(start)) ?? '';
    const page = await fetch(start);
    expect([page.status, await page.text()]).toEqual([404, 'not valid']);
    expect(await code).toBe('partner/refused');
    expect(await statusOf(answer)).toBe('refused');
  });

  it('does so even when the stranger has answered already, and gives back what came of it', async () => {
    const bench = createBench();
    let redeem: (signedIn: SignedIn) => void = () => undefined;
    bench.redeemWith(() => new Promise((resolve) => (redeem = resolve)));
    const { ended, start } = await bench.open();
    const code = codeOf(ended);
    await fetch((await leadsTo(start)) ?? '');
    await expect.poll(bench.signIn.phase).toBe('finishing');
    expect(await statusOf(start)).toBe(404);
    redeem(ADA);
    expect(await code).toBe('partner/refused');
    expect(bench.revoked).toEqual(['r']);
  });
});
