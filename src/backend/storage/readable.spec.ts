import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { largeSampleTest, sampleId } from '../../hearing/spec-support/sample-test';
import { seededRandom } from '../../hearing/threshold-test/random';
import { logIn, newUser, openService, register, sendJson, tempFolder } from '../testing/harness';
import { verifyDatabase } from './verify';

/** Letters of one to four bytes, with the two that SQLite reads as others. */
const NAME = 'Kopfhörer 耳 🎧 \ufffd\ufffe\uffff';
const SEED = Number(process.env['SEED'] ?? 20_261_123);
const FLIPS = 400;

let folder: string;
let user: Awaited<ReturnType<typeof newUser>>;
let good: Buffer;

const path = (): string => join(folder, 'service.db');
const testPath = (n: number): string => `/v1/me/hearing-tests/${sampleId(n)}`;
const namedTest = (n: number) => {
  const test = largeSampleTest(n);
  return { ...test, device: { name: NAME, headphones: NAME, volume: 0.5 } };
};

beforeEach(async () => {
  folder = tempFolder();
  const { backend, service } = await openService(folder, false);
  user = await newUser(service);
  await sendJson(service, 'PUT', '/v1/me/settings', { name: NAME }, user.as);
  await sendJson(service, 'PUT', testPath(1), namedTest(1), user.as);
  await service.send(testPath(2), { method: 'DELETE', headers: user.as });
  await backend.close();
  rmSync(join(folder, 'service.backup.db'));
  good = readFileSync(path());
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What the service answers to everything it does, in order; the first answer other than usual ends it. */
const useAll = async (): Promise<string> => {
  const { backend, service } = await openService(folder);
  const { as: headers, id } = user;
  const steps: Readonly<Record<number, readonly (() => Promise<Response>)[]>> = {
    200: [
      () => logIn(service, id),
      () => service.send('/v1/me/hearing-tests', { headers }),
      () => service.send('/v1/me/settings', { headers }),
      () => sendJson(service, 'PATCH', '/v1/me', { yearOfBirth: 1970 }, headers),
      () => service.send('/v1/me/export', { headers }),
    ],
    201: [
      () => sendJson(service, 'PUT', testPath(3), namedTest(3), headers),
      () => register(service, randomUUID()),
    ],
    204: [
      () => service.send(testPath(1), { method: 'DELETE', headers }),
      () => service.send('/v1/me', { method: 'DELETE', headers }),
    ],
    410: [() => register(service, id)],
  };
  try {
    for (const [status, works] of Object.entries(steps))
      for (const [index, work] of works.entries()) {
        const reply = await work();
        if (String(reply.status) !== status) return `${status}[${index}]: ${reply.status}`;
      }
    return 'ok';
  } finally {
    await backend.close();
  }
};

it('takes every letter for what it is', async () => {
  expect(verifyDatabase(path(), true)).toBe('sound');
  expect(await useAll()).toBe('ok');
});

it('stores no document deeper than SQLite reads', async () => {
  const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
  const { backend, service } = await openService(folder);
  const put = (levels: number) =>
    sendJson(service, 'PUT', '/v1/me/settings', { deep: nested(levels - 1) }, user.as);
  expect([(await put(64)).status, (await put(65)).status]).toEqual([200, 400]);
  await backend.close();
  expect(verifyDatabase(path(), true)).toBe('sound');
});

/** Where the schema and the values of the tables stand. */
const writtenBytes = (): number[] => {
  const wanted = /CREATE [^]+?(?=\0)|[\w@{"-][^\0]{10,}/g;
  const spots = [...good.toString('latin1').matchAll(wanted)];
  return spots.flatMap(({ index, 0: text }) =>
    Array.from({ length: text.length + 8 }, (_, at) => index - 8 + at),
  );
};

describe(`a database with one bit changed (SEED=${SEED})`, () => {
  it('is damaged, or answers every request', async () => {
    const random = seededRandom(SEED);
    const spots = writtenBytes();
    const counts = { sound: 0, damaged: 0 };
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const at = spots[Math.floor(random() * spots.length)] ?? 0;
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      rmSync(folder, { recursive: true });
      folder = tempFolder();
      writeFileSync(path(), bytes);
      const verdict = verifyDatabase(path(), true);
      expect(['sound', 'damaged']).toContain(verdict);
      counts[verdict as keyof typeof counts] += 1;
      if (verdict !== 'sound') continue;
      expect([at, bytes[at], await useAll()]).toEqual([at, bytes[at], 'ok']);
    }
    expect(counts.damaged).toBeGreaterThan(100);
    expect(counts.sound).toBeGreaterThan(10);
  });
});
