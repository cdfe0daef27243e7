import { randomBytes } from 'node:crypto';
import { AppError } from '../../contract/errors';
import type { PartnerView } from '../../contract/ipc/partner-view';
import type { Clock } from '../mimi-core/ports';
import { CALLBACK_PATH, readCallback, type CallbackFlow } from './callback';
import { openListener, type CallbackListener } from './listener';
import type { IsOwnPeer } from './own-peer';
import type { Challenge, OpenId, SignedIn } from './openid';
import { createStarts, type Starts } from './start';

/** Opens a page in the person's browser. */
export type OpenBrowser = (url: string) => Promise<void>;

/** Signing in through the browser, one at a time. */
export interface SignIn {
  /** What it waits for; null when none runs. */
  phase(): PartnerView['signIn'];
  /** Signs in; null when the person gave up here or there. Errors: partner/*. Nothing is kept before it resolves. */
  run(open: OpenBrowser): Promise<SignedIn | null>;
  /** Opens the same page of the partner again. Errors: partner/no-browser. */
  openAgain(open: OpenBrowser): Promise<void>;
  /** Hands an address of that page to `write`; false: there is none, or not yet. */
  copyAddress(write: (url: string) => Promise<void>): Promise<boolean>;
  cancel(): void;
}

interface SignInDeps {
  readonly openId: () => Promise<OpenId>;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  readonly issuer: string;
  readonly isOwnPeer: IsOwnPeer;
  readonly page: (accepted: boolean) => string;
  readonly changed: () => void;
}

/** Milliseconds a person has in the browser. */
const LIMIT_MS = 600_000;

/** Everything but the phase comes as it gets there. */
interface Run {
  phase: NonNullable<PartnerView['signIn']>;
  listener?: CallbackListener;
  starts?: Starts;
}

/** Creates it. A later sign-in ends the one before. */
export const createSignIn = (deps: SignInDeps): SignIn => {
  const { openId, clock, issuer, isOwnPeer, page, changed } = deps;
  let running: Run | null = null;
  /** Given up here: cancelled, or another one has begun. */
  const isOver = (run: Run): boolean => running !== run;

  const cancel = (): void => {
    if (running === null) return;
    const run = running;
    running = null;
    run.listener?.close();
    changed();
  };

  const enter = (run: Run, phase: Run['phase']): void => {
    run.phase = phase;
    changed();
  };

  /** False: no browser opened. */
  const openPage = async (open: OpenBrowser, run: Run, starts: Starts): Promise<boolean> => {
    const isOpen = await open(starts.next()).then(
      () => true,
      () => false,
    );
    // The person may be back already.
    if (run.phase !== 'finishing') enter(run, isOpen ? 'browser' : 'no-browser');
    return isOpen;
  };

  /** The addresses of the sign-in that waits for the person; null: none does. */
  const waitingStarts = (): Starts | null =>
    running === null || running.phase === 'finishing' ? null : (running.starts ?? null);

  /** Gets to where the browser can be opened; null: given up before. */
  const begin = async (run: Run, provider: OpenId): Promise<Challenge | null> => {
    let flow: CallbackFlow | null = null;
    const listener = await openListener({
      judge: (request) => run.starts?.judge(request) ?? readCallback(flow, request, clock.now()),
      isOwnPeer,
      page,
    });
    run.listener = listener;
    if (isOver(run)) return null;
    const { host, answer } = listener;
    const challenge = provider.newChallenge(`http://${host}${CALLBACK_PATH}`);
    const to = await Promise.race([
      provider.authorizationUrl(challenge),
      // There is none yet: closed.
      answer.then(() => null),
    ]);
    if (to === null) return null;
    flow = { state: challenge.state, host, issuer, endsAt: clock.now() + LIMIT_MS };
    run.starts = createStarts({ host, to, random: () => randomBytes(32).toString('base64url') });
    return challenge;
  };

  const answerOf = async (listener: CallbackListener) => {
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
    const { listener } = run;
    if (listener === undefined) return null;
    const { answer, isLate } = await answerOf(listener);
    if (isLate) throw new AppError('partner/timed-out');
    if (listener.isTaken()) throw new AppError('partner/refused');
    if (answer === null || isOver(run)) return null;
    enter(run, 'finishing');
    const signedIn = await provider.redeem(answer, challenge);
    if (signedIn === 'cancelled') return null;
    if (!isOver(run) && !listener.isTaken()) return signedIn;
    // Given up while the partner was asked: what came of it is given back.
    const { refreshToken, accessToken } = signedIn.tokens;
    await provider.revoke(refreshToken ?? accessToken).catch(() => undefined);
    throw new AppError('partner/refused');
  };

  const carryOut = async (run: Run, open: OpenBrowser): Promise<SignedIn | null> => {
    const provider = await openId();
    const challenge = isOver(run) ? null : await begin(run, provider);
    if (challenge === null || isOver(run)) return null;
    // Without a browser the person may still copy the address.
    if (run.starts) await openPage(open, run, run.starts);
    return finish(run, challenge, provider);
  };

  return {
    phase: () => running?.phase ?? null,
    async run(open) {
      cancel();
      const run: Run = { phase: 'browser' };
      running = run;
      changed();
      try {
        return await carryOut(run, open);
      } catch (thrown) {
        // Nobody waits for how it ended any more.
        if (isOver(run)) return null;
        throw thrown;
      } finally {
        run.listener?.close();
        if (running === run) running = null;
        changed();
      }
    },
    async openAgain(open) {
      const [run, starts] = [running, waitingStarts()];
      if (run === null || starts === null) return;
      if (!(await openPage(open, run, starts))) throw new AppError('partner/no-browser');
    },
    async copyAddress(write) {
      const starts = waitingStarts();
      if (starts !== null) await write(starts.next());
      return starts !== null;
    },
    cancel,
  };
};
