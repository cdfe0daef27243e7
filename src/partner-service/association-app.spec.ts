import { describe, expect, it } from 'vitest';
import { createAccounts } from './accounts';
import { ASSOCIATION_PATH, createAssociationApp } from './association-app';

const ID = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
const OTHER = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb';

const createBench = () => {
  let made = 0;
  const accounts = createAccounts(() => `id-${(made += 1)}`);
  const app = createAssociationApp({
    accounts,
    checkToken: async (token) => {
      if (token === 'without-scope') return 'scope';
      return token.startsWith('token-of-') ? { sub: token.slice(9) } : 'invalid';
    },
    now: () => 1000,
    issuer: 'https://id.example',
  });
  const ask = async (method: string, headers: Record<string, string> = {}, body?: unknown) =>
    app.request(ASSOCIATION_PATH, {
      method,
      headers: {
        authorization: 'Bearer token-of-ada',
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { app, ask };
};

describe('the association API', () => {
  it('needs an access token for itself, with its scope', async () => {
    const { ask } = createBench();
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect((await ask(method, { authorization: '' })).status).toBe(401);
      expect((await ask(method, { authorization: 'Basic YTpi' })).status).toBe(401);
      expect((await ask(method, { authorization: 'Bearer of-another-api' })).status).toBe(401);
      expect((await ask(method, { authorization: 'Bearer without-scope' })).status).toBe(403);
    }
  });

  it('changes nothing without a condition, or with one that does not hold', async () => {
    const { ask } = createBench();
    const put = (headers: Record<string, string>, anonymousId: string) =>
      ask('PUT', headers, { anonymousId });
    expect((await ask('GET')).status).toBe(404);
    expect((await put({}, ID)).status).toBe(428);
    expect((await put({ 'if-match': '"x"' }, ID)).status).toBe(412);
    const stored = await put({ 'if-none-match': '*' }, ID);
    expect([stored.status, await stored.json()]).toEqual([
      201,
      { anonymousId: ID, updatedAt: 1000 },
    ]);
    const etag = stored.headers.get('etag') ?? '';
    expect((await put({ 'if-none-match': '*' }, OTHER)).status).toBe(412);
    expect((await put({ 'if-match': etag }, 'no id')).status).toBe(400);
    expect((await ask('GET', { 'if-none-match': etag })).status).toBe(304);
    const replaced = await put({ 'if-match': etag }, OTHER);
    expect(replaced.status).toBe(200);
    expect((await ask('DELETE')).status).toBe(428);
    expect((await ask('DELETE', { 'if-match': etag })).status).toBe(412);
    const now = replaced.headers.get('etag') ?? '';
    expect((await ask('DELETE', { 'if-match': now })).status).toBe(204);
    expect((await ask('DELETE', { 'if-match': now })).status).toBe(404);
  });

  it('knows accounts by their token alone', async () => {
    const { ask } = createBench();
    await ask('PUT', { 'if-none-match': '*' }, { anonymousId: ID });
    expect((await ask('GET', { authorization: 'Bearer token-of-bob' })).status).toBe(404);
    expect((await ask('GET')).headers.get('cache-control')).toBe('no-store');
  });

  it('is described in OpenAPI', async () => {
    const { app } = createBench();
    const document = (await (await app.request('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, object>;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths[ASSOCIATION_PATH] ?? {}).toSorted()).toEqual([
      'delete',
      'get',
      'put',
    ]);
  });
});
