import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AnonymousId } from '../contract/anonymous-id';
import {
  ASSOCIATION_SCOPE,
  associationSchema,
  putAssociationSchema,
} from '../contract/http/association';
import type { Accounts, StoredAssociation } from './accounts';

/** Who an access token speaks for, if it is meant for this API and has its scope; else why not. */
export type CheckToken = (token: string) => Promise<{ readonly sub: string } | 'invalid' | 'scope'>;

interface AssociationAppDeps {
  readonly accounts: Accounts;
  readonly checkToken: CheckToken;
  readonly now: () => number;
  readonly issuer: string;
}

interface Env {
  Variables: { sub: string };
}

export const ASSOCIATION_PATH = '/v1/association';

const problemSchema = z.object({ title: z.string(), status: z.int(), code: z.string() });

const PROBLEMS: Record<
  string,
  readonly [status: 400 | 401 | 403 | 404 | 412 | 428, title: string]
> = {
  invalid_request: [400, 'The request is not valid'],
  invalid_token: [401, 'The access token is not valid here'],
  insufficient_scope: [403, 'The access token has not the scope'],
  not_found: [404, 'The account has no anonymousId'],
  etag_mismatch: [412, 'The account has another anonymousId than the condition says'],
  condition_required: [428, 'A condition is required: If-None-Match or If-Match'],
};

class Refusal extends Error {
  constructor(readonly code: keyof typeof PROBLEMS) {
    super(code);
  }
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});
const tagged = {
  content: { 'application/json': { schema: associationSchema } },
  headers: { ETag: { schema: { type: 'string' as const } } },
};
const REFUSALS = {
  401: problem('No valid access token for this API'),
  403: problem('Without the scope'),
};
const CONDITIONS = { 412: problem('The condition does not hold'), 428: problem('No condition') };
const common = { path: ASSOCIATION_PATH, security: [{ partner: [ASSOCIATION_SCOPE] }] };
const etagHeader = z.string().max(512).optional();

const getRoute = createRoute({
  ...common,
  method: 'get',
  operationId: 'getAssociation',
  summary: 'The anonymousId of the signed-in account',
  request: { headers: z.object({ 'if-none-match': etagHeader }) },
  responses: {
    200: { description: 'It has one', ...tagged },
    304: { description: 'Still the one that If-None-Match names' },
    404: problem('It has none'),
    ...REFUSALS,
  },
});

const putRoute = createRoute({
  ...common,
  method: 'put',
  operationId: 'putAssociation',
  summary: 'Stores the first anonymousId (If-None-Match: *) or replaces the one seen (If-Match)',
  request: {
    headers: z.object({ 'if-match': etagHeader, 'if-none-match': etagHeader }),
    body: { required: true, content: { 'application/json': { schema: putAssociationSchema } } },
  },
  responses: {
    200: { description: 'Replaced', ...tagged },
    201: { description: 'Stored', ...tagged },
    400: problem('Not valid'),
    ...REFUSALS,
    ...CONDITIONS,
  },
});

const deleteRoute = createRoute({
  ...common,
  method: 'delete',
  operationId: 'deleteAssociation',
  summary: 'Takes the anonymousId that If-Match names off the account',
  request: { headers: z.object({ 'if-match': etagHeader }) },
  responses: {
    204: { description: 'It has none any more' },
    404: problem('It had none'),
    ...REFUSALS,
    ...CONDITIONS,
  },
});

const bodyOf = ({ anonymousId, updatedAt }: StoredAssociation) => ({ anonymousId, updatedAt });

/** Holds if the account has what `If-Match` names. */
const requireMatch = (stored: StoredAssociation | null, tag: string): void => {
  if (stored?.etag !== tag) throw new Refusal('etag_mismatch');
};

/** The API a partner offers for its accounts. Which account it is about, the access token says and nothing else. */
export const createAssociationApp = (deps: AssociationAppDeps): OpenAPIHono<Env> => {
  const { accounts, checkToken, now, issuer } = deps;
  const app = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw new Refusal('invalid_request');
    },
  });
  app.onError((error, c) => {
    const code = error instanceof Refusal ? error.code : 'invalid_request';
    const [status, title] = PROBLEMS[code] ?? [400, ''];
    if (status === 401) c.header('www-authenticate', 'Bearer error="invalid_token"');
    return c.json({ title, status, code }, status, { 'content-type': 'application/problem+json' });
  });
  app.use(ASSOCIATION_PATH, async (c, next) => {
    c.header('cache-control', 'no-store');
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const who = token === undefined ? 'invalid' : await checkToken(token);
    if (who === 'invalid') throw new Refusal('invalid_token');
    if (who === 'scope') throw new Refusal('insufficient_scope');
    c.set('sub', who.sub);
    await next();
  });

  app.openapi(getRoute, (c) => {
    const stored = accounts.association(c.get('sub'));
    if (stored === null) throw new Refusal('not_found');
    c.header('etag', stored.etag);
    if (c.req.valid('header')['if-none-match'] === stored.etag) return c.body(null, 304);
    return c.json(bodyOf(stored), 200);
  });
  app.openapi(putRoute, (c) => {
    const sub = c.get('sub');
    const before = accounts.association(sub);
    const { 'if-match': match, 'if-none-match': noneMatch } = c.req.valid('header');
    if (match !== undefined) requireMatch(before, match);
    else if (noneMatch !== '*') throw new Refusal('condition_required');
    else if (before !== null) throw new Refusal('etag_mismatch');
    const id = c.req.valid('json').anonymousId as AnonymousId;
    const stored = accounts.store(sub, id, now());
    c.header('etag', stored.etag);
    return before === null ? c.json(bodyOf(stored), 201) : c.json(bodyOf(stored), 200);
  });
  app.openapi(deleteRoute, (c) => {
    const sub = c.get('sub');
    const stored = accounts.association(sub);
    const match = c.req.valid('header')['if-match'];
    if (match === undefined) throw new Refusal('condition_required');
    if (stored === null) throw new Refusal('not_found');
    requireMatch(stored, match);
    accounts.remove(sub);
    return c.body(null, 204);
  });

  app.openAPIRegistry.registerComponent('securitySchemes', 'partner', {
    type: 'openIdConnect',
    openIdConnectUrl: `${issuer}/.well-known/openid-configuration`,
  });
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Association of an anonymousId with a partner account', version: '1.0.0' },
  });
  return app;
};
