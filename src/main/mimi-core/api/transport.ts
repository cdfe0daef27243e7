import pRetry from 'p-retry';
import { AppError, toAppError, type ErrorCode } from '../../../contract/errors';
import { anySignal, Cancelled } from '../cancellation';
import type { MimiCorePorts, SessionJournalEvent } from '../ports';
import { pause, withDeadline } from './deadline';
import { failureOfReply, type Reply } from './failure-of-reply';

/** Milliseconds: one request, and one call with all its tries, while a person waits. */
const DEADLINE_MS = 15_000;
const BACKOFF_CAP_MS = 30_000;

/** What a caller says about one call. `once`: no retries, for work that has its own. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly once?: boolean;
}

type Method = Extract<SessionJournalEvent, { type: 'session/request' }>['method'];

/** One request to be made, possibly several times, and what its reply means. */
export interface Exchange<T> {
  readonly method: Method;
  /** Path without query and without any id; it is journalled. */
  readonly path: string;
  send(signal: AbortSignal): Promise<Response>;
  /** Reads a 2xx reply; throws service/bad-response when it is not what was asked for. */
  parse(reply: Reply): T;
  /** Reads another reply that is an answer too; undefined: it is a failure. */
  readonly otherwise?: (reply: Reply) => T | undefined;
}

/** Makes exchanges with the service until one ends well or trying again cannot help in time. */
export interface Transport {
  /** Errors: service/*, session/unknown-id, user-deleted, user-disabled, cancelled, disposed. */
  call<T>(exchange: Exchange<T>, options: CallOptions): Promise<T>;
}

interface TransportDeps extends Pick<MimiCorePorts, 'clock' | 'random' | 'journal' | 'service'> {
  readonly ended: AbortSignal;
  readonly noteService: (trouble: ErrorCode | null) => void;
}

/** Nothing in-process heals by waiting, so the embedded service is asked twice at most. */
const retryPlan = (baseUrl: string): { readonly tries: number; readonly baseMs: number } =>
  new URL(baseUrl).hostname === 'embedded.invalid'
    ? { tries: 2, baseMs: 50 }
    : { tries: 5, baseMs: 500 };

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Whether the same request can end differently in a moment. A refused token cannot. */
const isTransient = (error: AppError): boolean =>
  error.facts.retryable === true &&
  error.facts.status !== 401 &&
  error.code !== 'service/data-unreadable';

const troubleOf = (error: AppError): ErrorCode | null =>
  error.code.startsWith('service/') ? error.code : null;

export const createTransport = (deps: TransportDeps): Transport => {
  const { clock, random, journal, service, ended } = deps;
  const plan = retryPlan(service.baseUrl);

  const read = async <T>(exchange: Exchange<T>, signal: AbortSignal): Promise<Reply> => {
    const response = await exchange.send(signal).catch((thrown: unknown) => {
      // A fetch fails with free text that may quote the request: only its kind is kept.
      throw thrown instanceof AppError
        ? thrown
        : new AppError('service/offline', { retryable: true });
    });
    const text = await response.text().catch(() => {
      throw new AppError('service/offline', { retryable: true });
    });
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, json: parseJson(text), retryAfter };
  };

  const attempt = async <T>(
    exchange: Exchange<T>,
    number: number,
    ms: number,
    signal: AbortSignal,
  ): Promise<T> => {
    const began = clock.monotonic();
    const note = (outcome: string): void =>
      journal({
        type: 'session/request',
        method: exchange.method,
        path: exchange.path,
        outcome,
        ms: clock.monotonic() - began,
        attempt: number,
      });
    try {
      const reply = await withDeadline((s) => read(exchange, s), ms, clock, signal);
      note(String(reply.status));
      if (reply.status >= 200 && reply.status < 300) return exchange.parse(reply);
      const answer = exchange.otherwise?.(reply);
      if (answer === undefined) throw failureOfReply(reply, clock.now());
      return answer;
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.facts.status === undefined) note(error.code);
      throw error;
    }
  };

  /** Full jitter, never less than the service asked for. */
  const delayAfter = (error: AppError, attemptNumber: number): number => {
    const spread = Math.min(BACKOFF_CAP_MS, plan.baseMs * 2 ** (attemptNumber - 1));
    return Math.max(error.facts.retryAfterMs ?? 0, random() * spread);
  };

  const withRetries = async <T>(
    exchange: Exchange<T>,
    once: boolean,
    signal: AbortSignal,
  ): Promise<T> => {
    const until = clock.monotonic() + DEADLINE_MS;
    const left = (): number => Math.max(until - clock.monotonic(), 1);
    return pRetry((number) => attempt(exchange, number, left(), signal), {
      retries: once ? 0 : plan.tries - 1,
      // All waiting is ours, on the injected clock.
      minTimeout: 0,
      shouldRetry: () => true,
      onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
        const failure = toAppError(error);
        const delay = delayAfter(failure, attemptNumber);
        if (retriesLeft === 0 || !isTransient(failure) || delay >= left()) throw failure;
        await pause(delay, clock, signal);
      },
    });
  };

  return {
    call: async (exchange, options) => {
      const { signal, release } = anySignal(options.signal, ended);
      try {
        if (signal.aborted) throw new Cancelled();
        const answer = await withRetries(exchange, options.once === true, signal);
        deps.noteService(null);
        return answer;
      } catch (thrown) {
        const error = toAppError(thrown);
        if (ended.aborted) throw new AppError('session/disposed');
        if (!(error instanceof Cancelled)) deps.noteService(troubleOf(error));
        throw error;
      } finally {
        release();
      }
    },
  };
};
