import { AppError } from '../../contract/errors';
import type { PartnerView } from '../../contract/ipc/partner';
import type { Clock } from '../mimi-core/ports';
import { CALLBACK_PATH, readCallback, type CallbackFlow } from './callback';
import { openListener, type CallbackListener } from './listener';
import type { Challenge, OpenId, SignedIn } from './openid';

/** Opens a page in the person's browser. */
export type OpenBrowser = (url: string) => Promise<void>;

/** Signing in through the browser, one at a time. */
export interface SignIn {
  /** What it waits for; null when none runs. */
  phase(): PartnerView['signIn'];
  /** Signs in; null when the person gave up here or there. Errors: partner/*. Nothing is kept before it resolves. */
  run(open: OpenBrowser): Promise<SignedIn | null>;
  /** Opens the same page again. */
  openAgain(open: OpenBrowser): Promise<void>;
  cancel(): void;
}

interface SignInDeps {
  readonly openId: () => Promise<OpenId>;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  readonly issuer: string;
  readonly page: (accepted: boolean) => string;
  readonly changed: () => void;
}

/** Milliseconds a person has in the browser. */
const LIMIT_MS = 600_000;

interface Run {
  readonly listener: CallbackListener;
  readonly url: string;
  phase: 'browser' | 'finishing';
  isCancelled: boolean;
}

/** Creates it. A later sign-in ends the one before. */
export const createSignIn = ({ openId, clock, issuer, page, changed }: SignInDeps): SignIn => {
  let running: Run | null = null;

  const cancel = (): void => {
    if (running === null) return;
    const run = running;
    running = null;
    run.isCancelled = true;
    run.listener.close();
    changed();
  };

  const openPage = (open: OpenBrowser, url: string): Promise<void> =>
    open(url).catch(() => {
      throw new AppError('partner/no-browser');
    });

  const begin = async (provider: OpenId): Promise<{ run: Run; challenge: Challenge }> => {
    let flow: CallbackFlow | null = null;
    const listener = await openListener({
      judge: (request) => readCallback(flow, request, clock.now()),
      page,
    });
    try {
      const { host } = listener;
      const challenge = provider.newChallenge(`http://${host}${CALLBACK_PATH}`);
      const url = await provider.authorizationUrl(challenge);
      flow = { state: challenge.state, host, issuer, endsAt: clock.now() + LIMIT_MS };
      return { run: { listener, url, phase: 'browser', isCancelled: false }, challenge };
    } catch (thrown) {
      listener.close();
      throw thrown;
    }
  };

  const answerOf = async ({ listener }: Run): Promise<{ answer: URL | null; isLate: boolean }> => {
    let isLate = false;
    const stop = clock.after(LIMIT_MS, () => {
      isLate = true;
      listener.close();
    });
    const answer = await listener.answer;
    stop();
    return { answer, isLate };
  };

  const finish = async (run: Run, challenge: Challenge, provider: OpenId) => {
    const { answer, isLate } = await answerOf(run);
    if (isLate && !run.isCancelled) throw new AppError('partner/timed-out');
    if (answer === null || run.isCancelled) return null;
    run.phase = 'finishing';
    changed();
    const signedIn = await provider.redeem(answer, challenge);
    if (signedIn === 'cancelled') return null;
    // Cancelled while the partner was asked: what came of it is given back.
    if (running === run) return signedIn;
    const { refreshToken, accessToken } = signedIn.tokens;
    await provider.revoke(refreshToken ?? accessToken).catch(() => undefined);
    return null;
  };

  return {
    phase: () => running?.phase ?? null,
    async run(open) {
      cancel();
      const provider = await openId();
      const { run, challenge } = await begin(provider);
      running = run;
      changed();
      try {
        await openPage(open, run.url);
        return await finish(run, challenge, provider);
      } finally {
        run.listener.close();
        if (running === run) running = null;
        changed();
      }
    },
    openAgain: async (open) => {
      if (running?.phase === 'browser') await openPage(open, running.url);
    },
    cancel,
  };
};
