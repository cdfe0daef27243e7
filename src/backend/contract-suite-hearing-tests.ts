import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hearingTestsPageSchema } from '../contract/http/hearing-tests';
import { problemSchema } from '../contract/http/problem';
import type { HearingTest } from '../hearing/hearing-test';
import { largeSampleTest, sampleId, sampleTest } from '../hearing/spec-support/sample-test';
import { newUser, sendJson, type Harness } from './testing/harness';

type Headers = Awaited<ReturnType<typeof newUser>>['as'];

/** What any transport to the service must show: hearing tests and the profile made of them. */
export const describeHearingTests = (
  transport: string,
  makeHarness: () => Promise<Harness>,
): void => {
  describe(`hearing tests, ${transport}`, () => {
    let service: Harness;
    let as: Headers;
    beforeEach(async () => {
      service = await makeHarness();
      ({ as } = await newUser(service));
    });
    afterEach(() => service.close());

    const path = (id = ''): string => `/v1/me/hearing-tests${id && `/${id}`}`;
    const store = (test: HearingTest, headers = as) =>
      sendJson(service, 'PUT', path(test.id), test, headers);
    const remove = (id: string, headers = as) =>
      service.send(path(id), { method: 'DELETE', headers });
    const get = (of: string, headers = as) => service.send(of, { headers });
    const pageOf = async (query = '') => {
      const page = hearingTestsPageSchema.parse(await (await get(`${path()}${query}`)).json());
      return { ...page, ids: page.tests.map(({ id }) => id) };
    };
    const codeOf = async (reply: Response) => problemSchema.parse(await reply.json()).code;

    it('there is none at first', async () => {
      expect((await get('/v1/me/profile')).status).toBe(404);
      expect(await pageOf()).toMatchObject({ tests: [], hasMore: false });
      expect(await codeOf(await get(path(sampleId(1))))).toBe('not_found');
    });

    it('a test is stored once, and again is harmless', async () => {
      const [first, again] = [await store(sampleTest(1)), await store(sampleTest(1))];
      expect([first.status, again.status]).toEqual([201, 200]);
      expect([await first.json(), await again.json()]).toEqual([sampleTest(1), sampleTest(1)]);
      const read = await get(path(sampleId(1)));
      expect(read.headers.get('etag')).toBe(first.headers.get('etag'));
      expect(await read.json()).toEqual(sampleTest(1));
      expect(await (await get('/v1/me/profile')).json()).toEqual({ test: sampleTest(1), count: 1 });
    });

    it('stored at the same time ten times it is one', async () => {
      const replies = await Promise.all(Array.from({ length: 10 }, () => store(sampleTest(1))));
      expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(9);
      expect((await pageOf()).ids).toEqual([sampleId(1)]);
    });

    it('the largest one keeps every digit', async () => {
      expect((await store(largeSampleTest(1))).status).toBe(201);
      expect(await (await get(path(sampleId(1)))).json()).toEqual(largeSampleTest(1));
    });

    it('another test under the same id is refused and changes nothing', async () => {
      await store(sampleTest(1));
      const other = await store({ ...sampleTest(2), id: sampleId(1) });
      expect([other.status, await codeOf(other)]).toEqual([409, 'conflict']);
      expect(await (await get(path(sampleId(1)))).json()).toEqual(sampleTest(1));
    });

    it.each([
      ['an id of another path', { ...sampleTest(2), id: sampleId(3) }],
      ['an unknown source', { ...sampleTest(2), source: 'guess' }],
      ['a field nobody knows', { ...sampleTest(2), note: 'x' }],
      ['frequencies that do not ascend', swapped(sampleTest(2))],
      ['no threshold', { ...sampleTest(2), ears: { left: [], right: [] } }],
      ['a moment that is none', { ...sampleTest(2), takenAt: 0.5 }],
    ])('refuses %s', async (_name, body) => {
      expect((await sendJson(service, 'PUT', path(sampleId(2)), body, as)).status).toBe(400);
      expect((await pageOf()).ids).toEqual([]);
    });

    it.each(['1', sampleId(1).toUpperCase().replace('8', 'C'), '%2e%2e'])(
      'refuses the id %s',
      async (id) => {
        expect((await get(path(id))).status).toBeGreaterThanOrEqual(400);
      },
    );

    it('the newest is the profile, whatever order they came in', async () => {
      for (const n of [2, 3, 1]) await store(sampleTest(n));
      expect(await (await get('/v1/me/profile')).json()).toEqual({ test: sampleTest(3), count: 3 });
      await remove(sampleId(3));
      expect(await (await get('/v1/me/profile')).json()).toEqual({ test: sampleTest(2), count: 2 });
    });

    it('lists pages, newest first, and none between two of one moment', async () => {
      for (const n of [1, 2, 3, 4, 5]) await store(sampleTest(n, 1000 + Math.ceil(n / 2)));
      expect(await pageOf('?limit=1')).toMatchObject({ ids: [sampleId(5)], hasMore: true });
      expect(await pageOf('?limit=2')).toMatchObject({ ids: [sampleId(5)], hasMore: true });
      const together = { ids: [sampleId(4), sampleId(3)], hasMore: true };
      expect(await pageOf('?limit=1&before=1003')).toMatchObject(together);
      expect(await pageOf('?limit=3&before=1003')).toMatchObject(together);
      const rest = { ids: [sampleId(2), sampleId(1)], hasMore: false };
      expect(await pageOf('?limit=2&before=1002')).toMatchObject(rest);
      for (const query of ['?limit=0', '?limit=51', '?before=x', '?before=-1']) {
        expect((await get(`${path()}${query}`)).status).toBe(400);
      }
    });

    it('deleted, it is off the disk, and no late request stores it again', async () => {
      const marker = 'only this test says so';
      const test = { ...largeSampleTest(1), device: { name: marker, headphones: null, volume: 1 } };
      await store(sampleTest(2));
      await store(test);
      expect((await service.stored()).includes(marker)).toBe(true);
      expect([(await remove(test.id)).status, (await remove(test.id)).status]).toEqual([204, 204]);
      expect((await service.stored()).includes(marker)).toBe(false);
      expect(await codeOf(await store(test))).toBe('conflict');
      expect((await pageOf()).ids).toEqual([sampleId(2)]);
    });

    it('deleted before it arrives it is never stored', async () => {
      expect((await remove(sampleId(1))).status).toBe(204);
      expect((await store(sampleTest(1))).status).toBe(409);
      expect((await get('/v1/me/profile')).status).toBe(404);
    });

    it('is seen by its own user only, and the same id is free for another', async () => {
      const { as: other } = await newUser(service);
      await store(sampleTest(1));
      expect((await get(path(sampleId(1)), other)).status).toBe(404);
      expect((await remove(sampleId(1), other)).status).toBe(204);
      expect((await get(path(sampleId(1)))).status).toBe(200);
      const { as: third } = await newUser(service);
      expect((await store(sampleTest(1, 5), third)).status).toBe(201);
      expect((await get(path(sampleId(1)), {} as Headers)).status).toBe(401);
    });

    it('is in the export, and gone with the user', async () => {
      const marker = 'only this user wrote this';
      const device = { name: marker, headphones: null, volume: null };
      const tests = [{ ...largeSampleTest(2), device }, sampleTest(1)];
      for (const test of tests) await store(test);
      expect(await (await get('/v1/me/export')).json()).toMatchObject({ hearingTests: tests });
      await service.send('/v1/me', { method: 'DELETE', headers: as });
      expect((await service.stored()).includes(marker)).toBe(false);
    });
  });
};

const swapped = (test: HearingTest): object => ({
  ...test,
  ears: { ...test.ears, left: test.ears.left.toReversed() },
});
