import { orderOf, type HearingTest } from '../../../hearing/hearing-test';
import type { Clock } from '../ports';

/** What goes wrong with one request. `lost`: the service acts, its reply never arrives. */
export type Fault =
  | 'offline'
  | 'hang'
  | 'lost'
  | 'html'
  | 'wrong-id'
  | { readonly status: number; readonly code?: string; readonly retryAfter?: string };

interface User {
  readonly userId: string;
  readonly anonymousId: string;
  readonly createdAt: number;
  yearOfBirth: number | null;
  /** Stored hearing tests by id; null: deleted. */
  readonly tests: Map<string, HearingTest | null>;
  status: 'active' | 'deleted' | 'disabled';
}

/** The service in memory, by its contract, with faults to order. */
export interface FakeService {
  fetch(request: Request): Promise<Response>;
  /** `METHOD /path` of every request that arrived. */
  readonly requests: string[];
  readonly users: Map<string, User>;
  readonly revoked: Set<string>;
  /** Decides what goes wrong; null: nothing. */
  fault: ((route: string, body: string) => Fault | null) | null;
  accessLifeSeconds: number;
  expireAccess(): void;
  forgetSessions(): void;
  addUser(anonymousId: string, yearOfBirth?: number | null): User;
}

export const WRONG_ID = '99999999-9999-4999-8999-999999999999';

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });

const problem = (status: number, code: string, retryAfter?: string): Response =>
  json(
    status,
    {
      type: `urn:mimi:problem:${code}`,
      title: code,
      status,
      code,
      instance: 'r1',
      retryable: status >= 429,
    },
    retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  );

export const createFakeService = (clock: Clock): FakeService => {
  const users = new Map<string, User>();
  const access = new Map<string, { user: User; until: number }>();
  const refresh = new Map<string, User>();
  const revoked = new Set<string>();
  const requests: string[] = [];
  let count = 0;

  const tokensFor = (user: User) => {
    count += 1;
    const reply = {
      access_token: `access-secret-${count}`,
      refresh_token: `refresh-secret-${count}`,
      token_type: 'bearer',
      expires_in: service.accessLifeSeconds,
    };
    const until = clock.monotonic() + service.accessLifeSeconds * 1000;
    access.set(reply.access_token, { user, until });
    refresh.set(reply.refresh_token, user);
    return reply;
  };

  const told = ({ userId, createdAt, yearOfBirth }: User) => ({
    userId,
    createdAt,
    yearOfBirth,
    isAnonymous: true,
  });

  const grantRefused = (reason: string): Response => json(400, { error: 'invalid_grant', reason });

  const tokenEndpoint = (form: URLSearchParams): Response => {
    switch (form.get('grant_type')) {
      case 'client_credentials':
        return json(200, {
          access_token: 'client-token',
          token_type: 'bearer',
          expires_in: 900,
          scope: 'anonymous:create',
        });
      case 'refresh_token': {
        const user = refresh.get(form.get('refresh_token') ?? '');
        if (user === undefined) return grantRefused('expired');
        if (user.status !== 'active') return grantRefused(user.status);
        refresh.delete(form.get('refresh_token') ?? '');
        return json(200, tokensFor(user));
      }
      default: {
        const user = users.get(form.get('anonymous_id') ?? '');
        if (user === undefined) return grantRefused('unknown');
        if (user.status !== 'active') return grantRefused(user.status);
        const { anonymousId } = user;
        return json(200, { ...tokensFor(user), user: { ...told(user), anonymousId } });
      }
    }
  };

  const register = (body: string): Response => {
    const { anonymousId } = JSON.parse(body) as { anonymousId: string };
    const known = users.get(anonymousId);
    if (known?.status === 'deleted') return problem(410, 'user_deleted');
    const user = known ?? service.addUser(anonymousId);
    return json(known ? 200 : 201, {
      user: { ...told(user), anonymousId },
      tokens: tokensFor(user),
    });
  };

  const testsOf = ({ tests }: User): HearingTest[] =>
    [...tests.values()].flatMap((test) => test ?? []).toSorted((a, b) => orderOf(b) - orderOf(a));

  const aboutTests = (request: Request, body: string, user: User): Response => {
    const { pathname, searchParams } = new URL(request.url);
    const id = pathname.split('/')[4];
    if (id === undefined) {
      const [before, limit] = [searchParams.get('before'), Number(searchParams.get('limit'))];
      const older = testsOf(user).filter((t) => before === null || orderOf(t) < Number(before));
      return json(200, { tests: older.slice(0, limit), hasMore: older.length > limit });
    }
    const known = user.tests.get(id);
    if (request.method === 'DELETE') {
      user.tests.set(id, null);
      return new Response(null, { status: 204 });
    }
    if (request.method === 'GET') return known ? json(200, known) : problem(404, 'not_found');
    if (known === null) return problem(409, 'conflict');
    const test = JSON.parse(body) as HearingTest;
    user.tests.set(id, test);
    return json(known ? 200 : 201, test);
  };

  const ofUser = (route: string, request: Request, body: string): Response => {
    const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    const held = access.get(token);
    if (held === undefined || held.until <= clock.monotonic()) return problem(401, 'invalid_token');
    const { user } = held;
    if (user.status === 'deleted') return problem(410, 'user_deleted');
    if (user.status === 'disabled') return problem(403, 'user_disabled');
    if (route.includes('/v1/me/hearing-tests')) return aboutTests(request, body, user);
    switch (route) {
      case 'GET /v1/me':
        return json(200, told(user));
      case 'PATCH /v1/me':
        user.yearOfBirth = (JSON.parse(body) as { yearOfBirth: number }).yearOfBirth;
        return json(200, told(user));
      case 'GET /v1/me/profile': {
        const [test] = testsOf(user);
        return test ? json(200, { test, count: testsOf(user).length }) : problem(404, 'not_found');
      }
      case 'GET /v1/me/export':
        return json(200, {
          format: 'mimi-companion-export',
          version: 1,
          exportedAt: clock.now(),
          user: told(user),
          product: 'test',
          hearingTests: testsOf(user),
          settings: {},
        });
      case 'DELETE /v1/me':
        user.status = 'deleted';
        return new Response(null, { status: 204 });
      default:
        return problem(404, 'not_found');
    }
  };

  const answer = (route: string, request: Request, body: string): Response => {
    if (route === 'POST /oauth/token') return tokenEndpoint(new URLSearchParams(body));
    if (route === 'POST /v1/anonymous-users') return register(body);
    if (route === 'POST /oauth/revoke') {
      const token = new URLSearchParams(body).get('token') ?? '';
      refresh.delete(token);
      revoked.add(token);
      return new Response(null, { status: 200 });
    }
    return ofUser(route, request, body);
  };

  const withWrongId = async (reply: Response): Promise<Response> => {
    const text = await reply.text();
    return new Response(text.replace(/[0-9a-f-]{36}/, WRONG_ID), { status: reply.status });
  };

  const service: FakeService = {
    requests,
    users,
    revoked,
    fault: null,
    accessLifeSeconds: 900,
    expireAccess: () => access.clear(),
    forgetSessions: () => {
      access.clear();
      refresh.clear();
    },
    addUser: (anonymousId, yearOfBirth = null) => {
      const userId = `user-${users.size + 1}`;
      const createdAt = clock.now();
      const tests = new Map<string, HearingTest | null>();
      const user: User = { userId, anonymousId, createdAt, yearOfBirth, tests, status: 'active' };
      users.set(anonymousId, user);
      return user;
    },
    fetch: async (request) => {
      const route = `${request.method} ${new URL(request.url).pathname}`;
      const body = await request.text();
      requests.push(route);
      const fault = service.fault?.(route, body) ?? null;
      if (fault === null) return answer(route, request, body);
      if (fault === 'offline') throw new TypeError(`fetch failed: ${request.url} ${body}`);
      if (fault === 'hang') return new Promise<Response>(() => undefined);
      if (fault === 'html') return new Response('<html>Sign in to the hotel</html>');
      const reply = answer(route, request, body);
      if (fault === 'lost') throw new TypeError('socket hang up');
      if (fault === 'wrong-id') return withWrongId(reply);
      return problem(fault.status, fault.code ?? 'internal', fault.retryAfter);
    },
  };
  return service;
};
