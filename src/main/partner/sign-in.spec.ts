import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../mimi-core/spec-support/fake-clock';
import { codeOf } from '../mimi-core/spec-support/session-bench';
import { createSignIn } from './sign-in';
import type { OpenId, SignedIn } from './openid';

const ADA: SignedIn = {
  sub: 'ada',
  name: 'Ada',
  tokens: { accessToken: 'a', refreshToken: 'r', accessExpiresAt: 0 },
};
const ISSUER = 'https://id.example';

/** A sign-in with a provider that answers at once, or when the test says so. */
const createBench = () => {
  const clock = createFakeClock();
  const revoked: string[] = [];
  const opened: string[] = [];
  let redeem: () => Promise<SignedIn> = async () => ADA;
  let number = 0;
  const openId: OpenId = {
    newChallenge: (redirectUri) => {
      number += 1;
      return { state: `state-${number}`, nonce: 'n', verifier: 'v', redirectUri };
    },
    authorizationUrl: async ({ state, redirectUri }) => `${redirectUri}?code=c&state=${state}`,
    redeem: () => redeem(),
    refresh: () => Promise.reject(new Error('not here')),
    revoke: async (token) => void revoked.push(token),
  };
  const signIn = createSignIn({
    openId: async () => openId,
    clock,
    issuer: ISSUER,
    page: (accepted) => (accepted ? 'you can close this' : 'not valid'),
    changed: () => undefined,
  });
  return {
    ...{ clock, signIn, revoked, opened },
    redeemWith: (next: () => Promise<SignedIn>) => (redeem = next),
    /** Begins one and answers once its page was opened; the page's address here is the answer itself. */
    begin: async () => {
      const before = opened.length;
      const ended = signIn.run(async (url) => void opened.push(url));
      await expect.poll(() => opened.length).toBeGreaterThan(before);
      return { ended, answer: opened.at(-1) ?? '' };
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
    const { begin } = createBench();
    const { ended, answer } = await begin();
    const page = await fetch(answer);
    expect(await page.text()).toBe('you can close this');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await ended).toEqual(ADA);
    expect(await statusOf(answer)).toBe('refused');
  });

  it('is on loopback only, on another port each time', async () => {
    const { begin, signIn } = createBench();
    const first = new URL((await begin()).answer);
    const second = new URL((await begin()).answer);
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
    signIn.cancel();
  });

  it('ends after ten minutes', async () => {
    const { begin, clock } = createBench();
    const { ended, answer } = await begin();
    const code = codeOf(ended);
    await clock.advance(599_000);
    expect(await statusOf(answer.replace('state-', 'other-'))).toBe(404);
    await clock.advance(2_000);
    expect(await code).toBe('partner/timed-out');
    expect(await statusOf(answer)).toBe('refused');
  });

  it('cancelled while the partner is asked, gives back what came of it', async () => {
    const { begin, signIn, revoked, redeemWith } = createBench();
    let redeem: (signedIn: SignedIn) => void = () => undefined;
    redeemWith(() => new Promise((resolve) => (redeem = resolve)));
    const { ended, answer } = await begin();
    await fetch(answer);
    await expect.poll(signIn.phase).toBe('finishing');
    signIn.cancel();
    redeem(ADA);
    expect(await ended).toBeNull();
    expect(revoked).toEqual(['r']);
    expect(signIn.phase()).toBeNull();
  });
});
