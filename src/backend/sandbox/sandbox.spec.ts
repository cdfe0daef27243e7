import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemSchema } from '../../contract/http/problem';
import {
  ADMIN_TOKEN,
  AS_ADMIN,
  startTestSandbox,
  type TestSandbox,
} from '../emulator/spec-support/sandbox';
import { inProcess, logIn, newUser, register } from '../testing/harness';

const documentSchema = z.object({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ security: z.array(z.record(z.string(), z.unknown())).optional() }),
    ),
  ),
});

const routesOf = async (sandbox: TestSandbox) => {
  const { paths } = documentSchema.parse(await (await sandbox.send('/openapi.json')).json());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security }]) => ({
      path: path.replaceAll(/\{\w+\}/g, '1'),
      method: method.toUpperCase(),
      isForAdmins: security?.some((one) => 'adminToken' in one) ?? false,
    })),
  );
};

describe('a sandbox', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.stop());

  it('describes all that it serves in one OpenAPI 3.1 document', async () => {
    const read = documentSchema.parse(await (await sandbox.send('/openapi.json')).json());
    expect(read.openapi).toBe('3.1.0');
    expect(Object.keys(read.paths)).toEqual(
      expect.arrayContaining([
        '/v1/anonymous-users',
        '/v1/me/hearing-tests/{id}',
        '/oauth/token',
        '/readyz',
        '/metrics',
        '/emulator/v1/accounts/search',
        '/emulator/v1/export',
        '/emulator/v1/snapshots/{name}/restore',
      ]),
    );
  });

  it('answers 401 on every route of the emulator without the admin token, and does nothing', async () => {
    const routes = await routesOf(sandbox);
    const ofEmulator = routes.filter(({ path }) => path.startsWith('/emulator/'));
    expect(ofEmulator.length).toBe(24);
    expect(ofEmulator.every(({ isForAdmins }) => isForAdmins)).toBe(true);
    const { tokens } = await newUser(sandbox);
    for (const { path, method } of ofEmulator) {
      for (const authorization of [
        undefined,
        'Bearer ',
        `Bearer ${ADMIN_TOKEN}x`,
        `Bearer ${ADMIN_TOKEN.slice(1)}`,
        `Basic ${ADMIN_TOKEN}`,
        `Bearer ${tokens.access_token}`,
      ]) {
        const headers = authorization === undefined ? {} : { authorization };
        const reply = await sandbox.send(path, { method, headers });
        expect([method, path, authorization, reply.status]).toEqual([
          method,
          path,
          authorization,
          401,
        ]);
        expect(problemSchema.parse(await reply.json()).code).toBe('invalid_token');
      }
    }
  });

  it('does not even tell what the emulator has not', async () => {
    expect((await sandbox.send('/emulator/v1/nothing')).status).toBe(401);
    expect((await sandbox.admin('GET', '/nothing')).status).toBe(404);
    expect((await sandbox.admin('PUT', '/accounts')).status).toBe(404);
  });

  it('is not in the service that is embedded in the app', async () => {
    const embedded = await inProcess();
    const { status } = await embedded.send('/emulator/v1/accounts', { headers: AS_ADMIN });
    const document = await (await embedded.send('/openapi.json')).text();
    await embedded.close();
    expect(status).toBe(404);
    expect(document).not.toContain('emulator');
  });

  it('takes the admin token for nothing else', async () => {
    for (const path of ['/v1/me', '/v1/me/export']) {
      expect((await sandbox.send(path, { headers: AS_ADMIN })).status).toBe(401);
    }
  });

  it('is alive, ready and tells its figures', async () => {
    expect(await (await sandbox.send('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await sandbox.send('/readyz')).json()).toEqual({ status: 'ready' });
    const metrics = await (await sandbox.send('/metrics')).text();
    expect(metrics).toMatch(
      /sandbox_request_duration_seconds_count\{method="GET",route="\/readyz",status="200"\} 1/,
    );
    expect(metrics).toContain('process_resident_memory_bytes');
  });

  it('logs patterns and request ids, never a path, a body, a token or an id', async () => {
    const { id, tokens, user, as } = await newUser(sandbox);
    await logIn(sandbox, id);
    const testId = randomUUID();
    const read = await sandbox.send(`/v1/me/hearing-tests/${testId}?limit=${id}`, { headers: as });
    await sandbox.send(`/${id}`);
    await sandbox.admin('GET', `/accounts/${user.userId}`);
    const told = sandbox.log() + (await (await sandbox.send('/metrics')).text());
    expect(told).toContain('"route":"/v1/me/hearing-tests/:id"');
    expect(told).toContain(`"requestId":"${read.headers.get('x-request-id') ?? ''}"`);
    expect(problemSchema.parse(await read.json()).instance).toBe(read.headers.get('x-request-id'));
    for (const secret of [id, user.userId, testId, tokens.access_token, ADMIN_TOKEN]) {
      expect(told).not.toContain(secret);
    }
    const lines = sandbox.log().trim().split('\n');
    const fields = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line) as object)));
    expect([...fields].sort()).toEqual(
      ['level', 'method', 'ms', 'msg', 'requestId', 'route', 'status', 'time'].sort(),
    );
  });

  it('shows the document on a page that loads nothing from elsewhere', async () => {
    const page = await sandbox.send('/docs', { redirect: 'follow' });
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    const html = await page.text();
    expect(html).not.toMatch(/https?:/);
    for (const [, file = ''] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      const reply = await sandbox.send(file);
      expect([file, reply.status]).toEqual([file, 200]);
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
      await reply.body?.cancel();
    }
    expect((await sandbox.send('/docs/package.json')).status).toBe(404);
    expect((await sandbox.send('/docs/..%2fpackage.json')).status).toBe(404);
  });

  it('refuses a body that is too large as the service does', async () => {
    const { as } = await newUser(sandbox);
    const body = JSON.stringify({ note: 'x'.repeat(2_000_000) });
    const headers = { ...as, 'content-type': 'application/json' };
    const reply = await sandbox.send('/v1/me/settings', { method: 'PUT', headers, body });
    expect(reply.status).toBe(413);
  });
});

describe('the limits of a sandbox', () => {
  const limits = { creationsPerHour: 2, failedLoginsPerTenMinutes: 1_000 };
  const createFor = async (sandbox: TestSandbox, address: string): Promise<number> => {
    const send: TestSandbox['send'] = (path, init) =>
      sandbox.send(path, {
        ...init,
        headers: { ...(init?.headers as Record<string, string>), 'x-forwarded-for': address },
      });
    return (await register({ send }, randomUUID())).status;
  };

  it('count by the socket unless its proxy is trusted', async () => {
    for (const [trustedProxies, last] of [
      [[], 429],
      [['127.0.0.1'], 201],
    ] as const) {
      const sandbox = await startTestSandbox({ limits, trustedProxies });
      try {
        expect(await createFor(sandbox, '1.1.1.1')).toBe(201);
        expect(await createFor(sandbox, '1.1.1.1')).toBe(201);
        expect(await createFor(sandbox, '2.2.2.2')).toBe(last);
      } finally {
        await sandbox.stop();
      }
    }
  });
});
