import { AppError, toAppError, type ErrorCode } from '../../../contract/errors';
import { Cancelled, onAbort, orCancelled } from '../cancellation';
import type { MimiCorePorts, SessionJournalEvent } from '../ports';
import { failureOfReply, type Reply } from './failure-of-reply';
import { readJson } from './read-json';

/** Milliseconds for one call with all its tries, while a person waits. */
const DEADLINE_MS = 15_000;
const BACKOFF_CAP_MS = 30_000;
/** The largest is the export: a hearing test has 7 KB at most, so that it may hold thousands. */
const MAX_REPLY_BYTES = 16 * 1024 * 1024;

/** What a caller says about one call. `once`: no retries, for work that has its own. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly once?: boolean;
}

/** One request to be made, possibly several times, and what its reply means. */
export interface Exchange<T> {
  readonly method: Extract<SessionJournalEvent, { type: 'session/request' }>['method'];
  /** Path without query and without any id; it is journalled. Secrets travel in the header and the body. */
  readonly path: string;
  /** What follows the path: `/` and the id of a test, or a query. It is not journalled, and no secret either. */
  readonly rest?: string;
  readonly authorization: string;
  /** A form, or what is sent as JSON. */
  readonly body?: URLSearchParams | object;
  /** Reads a 2xx reply; throws service/bad-response when it is not what was asked for. */
  parse(reply: Reply): T;
  /** Reads another reply that is an answer too; undefined: it is a failure. */
  readonly otherwise?: (reply: Reply) => T | undefined;
  /** Is given an answer that arrives when nobody waits for it any more. */
  readonly late?: (answer: T) => void;
}

interface TransportDeps extends Pick<MimiCorePorts, 'clock' | 'random' | 'journal' | 'service'> {
  readonly ended: AbortSignal;
  readonly noteService: (trouble: ErrorCode | null) => void;
}

const PLAIN_HTTP_HOSTS = ['embedded.invalid', 'localhost', '127.0.0.1', '[::1]'];

/** Refuses a service over plain http anywhere but on this computer. Errors: service/misconfigured. */
const assertSecure = (baseUrl: string): void => {
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === 'https:') return;
  if (protocol === 'http:' && PLAIN_HTTP_HOSTS.includes(hostname)) return;
  throw new AppError('service/misconfigured');
};

/** Nothing is cached, no cookie is sent, and a redirect must not carry a secret elsewhere. */
export const REQUEST_POLICY = {
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'error',
} as const;

/** Nothing in-process heals by waiting, so the embedded service is asked twice at most. */
const retryPlan = (baseUrl: string): { readonly tries: number; readonly baseMs: number } =>
  new URL(baseUrl).hostname === 'embedded.invalid'
    ? { tries: 2, baseMs: 50 }
    : { tries: 5, baseMs: 500 };

const requestOf = <T>(
  { method, path, rest = '', authorization, body }: Exchange<T>,
  baseUrl: string,
  signal: AbortSignal,
): Request => {
  assertSecure(baseUrl);
  const isJson = body !== undefined && !(body instanceof URLSearchParams);
  return new Request(`${baseUrl}${path}${rest}`, {
    method,
    headers: {
      authorization,
      accept: 'application/json',
      ...(isJson ? { 'content-type': 'application/json' } : {}),
    },
    ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : body }),
    ...REQUEST_POLICY,
    signal,
  });
};

/**
 * Whether a fetch failed over a redirect, which neither Electron's nor Node's tells by a code. The text is looked
 * at and dropped.
 */
const wasRedirected = (thrown: unknown): boolean => {
  const texts = [thrown, (thrown as Error | undefined)?.cause].map((each) =>
    each instanceof Error ? each.message : '',
  );
  return texts.some((text) => /redirect/i.test(text));
};

/** Whether the same request can end differently in a moment. A refused token cannot. */
const isTransient = ({ code, facts }: AppError): boolean =>
  facts.retryable === true && facts.status !== 401 && code !== 'service/data-unreadable';

/** Makes exchanges with the service until one ends well or trying again cannot help in time. */
export const createTransport = (deps: TransportDeps) => {
  const { clock, random, journal, service, ended } = deps;
  const plan = retryPlan(service.baseUrl);

  const read = async (request: Request): Promise<Reply> => {
    try {
      const response = await service.fetch(request);
      const json = await readJson(response, MAX_REPLY_BYTES);
      return { status: response.status, json, retryAfter: response.headers.get('retry-after') };
    } catch (thrown) {
      // A fetch fails with free text that may quote the request: only its kind is kept.
      if (thrown instanceof AppError) throw thrown;
      // Somebody answered, and it was not the service: a portal that wants to be seen first.
      const code = wasRedirected(thrown) ? 'service/bad-response' : 'service/offline';
      throw new AppError(code, { retryable: true });
    }
  };

  const attempt = async <T>(
    exchange: Exchange<T>,
    number: number,
    signal: AbortSignal,
  ): Promise<T> => {
    const { method, path } = exchange;
    const began = clock.monotonic();
    const note = (outcome: string): void => {
      const ms = clock.monotonic() - began;
      journal({ type: 'session/request', method, path, outcome, ms, attempt: number });
    };
    const send = async () => read(requestOf(exchange, service.baseUrl, signal));
    const reading = send();
    const reply = await orCancelled(reading, signal).catch((thrown: unknown) => {
      const error = toAppError(thrown);
      note(error.code);
      reading.then((late) => exchange.late?.(exchange.parse(late))).catch(() => undefined);
      throw error;
    });
    note(String(reply.status));
    if (reply.status >= 200 && reply.status < 300) return exchange.parse(reply);
    const answer = exchange.otherwise?.(reply);
    if (answer === undefined) throw failureOfReply(reply, clock.now());
    return answer;
  };

  const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
    let stop = (): void => undefined;
    const waited = new Promise<void>((resolve) => (stop = clock.after(ms, resolve)));
    await orCancelled(waited, signal).finally(() => stop());
  };

  /** Full jitter, never less than the service asked for. */
  const delayAfter = ({ facts }: AppError, number: number): number => {
    const spread = Math.min(BACKOFF_CAP_MS, plan.baseMs * 2 ** (number - 1));
    return Math.max(facts.retryAfterMs ?? 0, random() * spread);
  };

  const withRetries = async <T>(
    exchange: Exchange<T>,
    tries: number,
    signal: AbortSignal,
  ): Promise<T> => {
    const until = clock.monotonic() + DEADLINE_MS;
    for (let number = 1; ; number += 1) {
      try {
        return await attempt(exchange, number, signal);
      } catch (thrown) {
        const error = toAppError(thrown);
        const delay = delayAfter(error, number);
        const isInTime = clock.monotonic() + delay < until;
        if (number === tries || !isTransient(error) || !isInTime) throw error;
        await pause(delay, signal);
      }
    }
  };

  return {
    /** Errors: service/*, session/unknown-id, user-deleted, user-disabled, cancelled, disposed. */
    call: async <T>(exchange: Exchange<T>, options: CallOptions): Promise<T> => {
      const ending = new AbortController();
      const end = (reason: AppError): void => ending.abort(reason);
      const timedOut = new AppError('service/timeout', { retryable: true });
      const stops = [
        onAbort(ended, end),
        onAbort(options.signal, end),
        clock.after(DEADLINE_MS, () => end(timedOut)),
      ];
      try {
        if (ending.signal.aborted) throw toAppError(ending.signal.reason);
        const tries = options.once === true ? 1 : plan.tries;
        const answer = await withRetries(exchange, tries, ending.signal);
        deps.noteService(null);
        return answer;
      } catch (thrown) {
        const error = toAppError(thrown);
        const isOver = error instanceof Cancelled || ended.aborted;
        if (!isOver) deps.noteService(error.code.startsWith('service/') ? error.code : null);
        throw ended.aborted ? new AppError('session/disposed') : error;
      } finally {
        for (const stop of stops) stop();
      }
    },
  };
};
