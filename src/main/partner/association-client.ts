import type { AnonymousId } from '../../contract/anonymous-id';
import { AppError } from '../../contract/errors';
import { associationSchema } from '../../contract/http/association';
import type { Clock, ServiceFetch } from '../mimi-core/ports';

/** What the account has. `etag` names this very state. */
export interface Association {
  readonly anonymousId: AnonymousId;
  readonly etag: string;
}

/** The partner refused the access token: another one may do. */
export class TokenRefused extends AppError {
  constructor() {
    super('partner/sign-in-again');
  }
}

/** The association API as one account sees it. Errors: partner/unreachable, partner/refused, TokenRefused. */
export interface AssociationClient {
  /** Null when the account has none; `known` as long as that is what it has. */
  get(access: string, known: Association | null): Promise<Association | null>;
  /** Stores it under the condition: the account has none (null), or what `instead` names. Null: it has something else. */
  put(access: string, id: AnonymousId, instead: string | null): Promise<Association | null>;
  /** Takes what `etag` names off the account; false: it has something else. */
  remove(access: string, etag: string): Promise<boolean>;
}

interface AssociationClientDeps {
  readonly url: string;
  readonly fetch: ServiceFetch;
  readonly clock: Pick<Clock, 'after'>;
}

const TIMEOUT_MS = 15_000;
const MAX_BODY_CHARS = 4096;

/** 5xx and 429 pass; any other status nobody foresaw does not by itself. */
const failureOf = (status: number): AppError => {
  if (status === 401) return new TokenRefused();
  return new AppError(status >= 500 || status === 429 ? 'partner/unreachable' : 'partner/refused', {
    status,
  });
};

const read = async (response: Response): Promise<Association> => {
  const text = await response.text();
  const etag = response.headers.get('etag');
  // A weak one promises nothing about the id.
  if (etag === null || !/^"[\x21\x23-\x7e]{1,256}"$/.test(etag) || text.length > MAX_BODY_CHARS) {
    throw new AppError('partner/refused');
  }
  try {
    const { anonymousId } = associationSchema.parse(JSON.parse(text));
    return { anonymousId: anonymousId as AnonymousId, etag };
  } catch {
    throw new AppError('partner/refused');
  }
};

/** Creates the client. The id travels in bodies alone. */
export const createAssociationClient = ({
  url,
  fetch,
  clock,
}: AssociationClientDeps): AssociationClient => {
  const ask = async <T>(
    access: string,
    init: { method: string; headers?: Record<string, string>; body?: string },
    take: (response: Response) => Promise<T>,
  ): Promise<T> => {
    const end = new AbortController();
    const stop = clock.after(TIMEOUT_MS, () => end.abort());
    try {
      const headers = { accept: 'application/json', ...init.headers };
      const request = new Request(url, {
        ...init,
        headers: { ...headers, authorization: `Bearer ${access}` },
        // A redirect would carry the token elsewhere.
        redirect: 'error',
        credentials: 'omit',
        signal: end.signal,
      });
      const response = await fetch(request);
      const result = await take(response);
      // What nobody reads would hold its connection, of which there are few.
      if (!response.bodyUsed) await response.body?.cancel();
      return result;
    } catch (thrown) {
      throw thrown instanceof AppError ? thrown : new AppError('partner/unreachable');
    } finally {
      stop();
    }
  };

  return {
    get: (access, known) => {
      const headers = known === null ? {} : { 'if-none-match': known.etag };
      return ask(access, { method: 'GET', headers }, async (response) => {
        if (response.status === 304 && known !== null) return known;
        if (response.status === 404) return null;
        if (response.status !== 200) throw failureOf(response.status);
        return read(response);
      });
    },
    put: (access, id, instead) => {
      const condition: Record<string, string> =
        instead === null ? { 'if-none-match': '*' } : { 'if-match': instead };
      const headers = { 'content-type': 'application/json', ...condition };
      const body = JSON.stringify({ anonymousId: id });
      return ask(access, { method: 'PUT', headers, body }, async (response) => {
        if (response.status === 412) return null;
        if (response.status !== 200 && response.status !== 201) throw failureOf(response.status);
        const stored = await read(response);
        if (stored.anonymousId !== id) throw new AppError('partner/refused');
        return stored;
      });
    },
    remove: (access, etag) =>
      ask(access, { method: 'DELETE', headers: { 'if-match': etag } }, async ({ status }) => {
        if (status === 412) return false;
        if (status !== 204 && status !== 404) throw failureOf(status);
        return true;
      }),
  };
};
