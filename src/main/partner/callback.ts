import { createHash, timingSafeEqual } from 'node:crypto';

/** A sign-in that waits for its answer from the browser. */
export interface CallbackFlow {
  readonly state: string;
  /** `127.0.0.1:<port>` of the listener. */
  readonly host: string;
  readonly issuer: string;
  /** Milliseconds since 1970 from which on no answer counts. */
  readonly endsAt: number;
}

/** What reaches the listener, as far as it matters. */
export interface CallbackRequest {
  readonly method: string | undefined;
  readonly host: string | undefined;
  /** Path and query. */
  readonly target: string | undefined;
}

/** `answer`: this flow's, with its code or its error, to be checked further by the OpenID library. */
export type CallbackVerdict = { readonly type: 'answer'; readonly url: URL } | { type: 'refused' };

export const CALLBACK_PATH = '/callback';

const REFUSED: CallbackVerdict = { type: 'refused' };
const MAX_TARGET = 4096;

const isSame = (a: string, b: string): boolean => {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return x !== undefined && y !== undefined && timingSafeEqual(x, y);
};

/** The only value of a parameter; null when it is missing or comes twice. */
const onlyOne = (query: URLSearchParams, name: string): string | null => {
  const values = query.getAll(name);
  return values.length === 1 ? (values[0] ?? null) : null;
};

/**
 * Decides whether a request is the answer a sign-in waits for; pure. Everything else, however near, is refused and
 * leaves the sign-in waiting: any page or program on this computer can send requests here.
 */
export const readCallback = (
  flow: CallbackFlow | null,
  { method, host, target }: CallbackRequest,
  now: number,
): CallbackVerdict => {
  if (flow === null || now >= flow.endsAt) return REFUSED;
  if (method !== 'GET' || host !== flow.host || target === undefined) return REFUSED;
  if (!target.startsWith(`${CALLBACK_PATH}?`) || target.length > MAX_TARGET) return REFUSED;
  const url = `http://${flow.host}${target}`;
  if (!URL.canParse(url)) return REFUSED;
  const parsed = new URL(url);
  if (parsed.pathname !== CALLBACK_PATH || parsed.host !== flow.host) return REFUSED;
  const query = parsed.searchParams;
  const state = onlyOne(query, 'state');
  if (state === null || !isSame(state, flow.state)) return REFUSED;
  if (query.has('iss') && onlyOne(query, 'iss') !== flow.issuer) return REFUSED;
  const isCode = onlyOne(query, 'code') !== null && !query.has('error');
  const isError = onlyOne(query, 'error') !== null && !query.has('code');
  return isCode || isError ? { type: 'answer', url: parsed } : REFUSED;
};
