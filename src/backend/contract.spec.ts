import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { oauthErrorSchema, problemSchema } from '../contract/http/problem';
import { describeUsers } from './contract-suite';
import { describeData } from './contract-suite-data';
import { describeHearingTests } from './contract-suite-hearing-tests';
import { describeRequests } from './contract-suite-requests';
import { describeTokens } from './contract-suite-tokens';
import { HTTP_LIMITS } from './limits';
import { serveHttp } from './serve-http';
import {
  clientToken,
  bearer,
  inProcess,
  logIn,
  overHttp,
  register,
  sendJson,
  tempFolder,
  testDeps,
} from './testing/harness';

for (const [name, make] of [
  ['in-process', inProcess],
  ['over HTTP', () => overHttp()],
] as const) {
  describeUsers(name, make);
  describeData(name, make);
  describeHearingTests(name, make);
  describeTokens(name, make);
  describeRequests(name, make);
}

it('limits new users to 30 an hour over HTTP, whatever address a header claims', async () => {
  const service = await overHttp(HTTP_LIMITS);
  try {
    const as = bearer(await clientToken(service));
    const create = (anonymousId: string, n: number) =>
      sendJson(
        service,
        'POST',
        '/v1/anonymous-users',
        { anonymousId, product: 'x' },
        {
          ...as,
          'x-forwarded-for': `10.0.0.${String(n)}`,
        },
      );
    const known = randomUUID();
    for (let n = 0; n < 40; n += 1)
      expect((await create(known, n)).status).toBe(n === 0 ? 201 : 200);
    for (let n = 0; n < 29; n += 1) expect((await create(randomUUID(), n)).status).toBe(201);
    const refused = await create(randomUUID(), 99);
    expect(refused.status).toBe(429);
    const { code, retryAfterMs } = problemSchema.parse(await refused.json());
    expect([code, refused.headers.get('retry-after')]).toEqual([
      'rate_limited',
      String(Math.ceil(retryAfterMs! / 1000)),
    ]);
    expect(retryAfterMs).toBeGreaterThan(3_500_000);
    expect(retryAfterMs).toBeLessThanOrEqual(3_600_000);
    expect((await create(known, 1)).status).toBe(200);
  } finally {
    await service.close();
  }
}, 60_000);

it('limits failed logins to 10 in ten minutes over HTTP and counts no success', async () => {
  const service = await overHttp(HTTP_LIMITS);
  try {
    const id = randomUUID();
    await register(service, id);
    for (let n = 0; n < 15; n += 1) expect((await logIn(service, id)).status).toBe(200);
    for (let n = 0; n < 10; n += 1) expect((await logIn(service, randomUUID())).status).toBe(400);
    const refused = await logIn(service, randomUUID());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(590);
    expect(oauthErrorSchema.parse(await refused.json())).toMatchObject({ code: 'rate_limited' });
    expect(
      (await logIn(service, id, { clientId: 'companion app', clientSecret: 'no' })).status,
    ).toBe(429);
  } finally {
    await service.close();
  }
});

it('has no limits in-process', async () => {
  const service = await inProcess();
  try {
    for (let n = 0; n < 35; n += 1)
      expect((await register(service, randomUUID())).status).toBe(201);
    for (let n = 0; n < 15; n += 1) expect((await logIn(service, randomUUID())).status).toBe(400);
  } finally {
    await service.close();
  }
});

it('closes its database when its port is taken', async () => {
  const [one, two] = [tempFolder(), tempFolder()];
  const first = await serveHttp(testDeps(one), { port: 0, host: '127.0.0.1' });
  try {
    const port = Number(new URL(first.url).port);
    const second = serveHttp(testDeps(two), { port, host: '127.0.0.1' });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
    // An open database has its log beside it.
    expect(readdirSync(two)).toEqual(['service.db']);
  } finally {
    await first.close();
    for (const folder of [one, two]) rmSync(folder, { recursive: true });
  }
});
