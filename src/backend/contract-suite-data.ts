import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemSchema } from '../contract/http/problem';
import { userExportSchema } from '../contract/http/user-export';
import { newUser, register, sendJson, type Harness } from './testing/harness';

/** What any transport to the service must show: the data of a user. */
export const describeData = (transport: string, makeHarness: () => Promise<Harness>): void => {
  describe(`data, ${transport}`, () => {
    let service: Harness;
    beforeEach(async () => {
      service = await makeHarness();
    });
    afterEach(() => service.close());

    it('changes the year of birth under an ETag and refuses an outdated one with 412', async () => {
      const { as } = await newUser(service);
      const before = (await service.send('/v1/me', { headers: as })).headers.get('etag') ?? '';
      const change = (yearOfBirth: number, ifMatch?: string) =>
        sendJson(
          service,
          'PATCH',
          '/v1/me',
          { yearOfBirth },
          ifMatch === undefined ? as : { ...as, 'if-match': ifMatch },
        );
      const first = await change(1980, before);
      expect([first.status, await first.json()]).toMatchObject([200, { yearOfBirth: 1980 }]);
      const outdated = await change(1990, before);
      expect(outdated.status).toBe(412);
      expect(problemSchema.parse(await outdated.json()).code).toBe('etag_mismatch');
      expect((await change(1991)).status).toBe(200);
      expect((await change(1992, '*')).status).toBe(200);
    });

    it.each([2009, 2026, 1915, 0, 1980.5, '1980', null])(
      'refuses the year of birth %j',
      async (yearOfBirth) => {
        const { as } = await newUser(service);
        expect((await sendJson(service, 'PATCH', '/v1/me', { yearOfBirth }, as)).status).toBe(400);
        expect(await (await service.send('/v1/me', { headers: as })).json()).toMatchObject({
          yearOfBirth: null,
        });
      },
    );

    it('keeps settings, at most 16 KiB, under an ETag', async () => {
      const { as } = await newUser(service);
      const empty = await service.send('/v1/me/settings', { headers: as });
      expect(await empty.json()).toEqual({});
      const tag = { ...as, 'if-match': empty.headers.get('etag') ?? '' };
      const settings = { richness: 0.5, nested: { list: [1, null, 'ü'] } };
      expect((await sendJson(service, 'PUT', '/v1/me/settings', settings, tag)).status).toBe(200);
      expect((await sendJson(service, 'PUT', '/v1/me/settings', {}, tag)).status).toBe(412);
      const big = await sendJson(service, 'PUT', '/v1/me/settings', { a: 'x'.repeat(16_400) }, as);
      expect(big.status).toBe(413);
      expect(await (await service.send('/v1/me/settings', { headers: as })).json()).toEqual(
        settings,
      );
    });

    it('exports everything about the user, without id and tokens', async () => {
      const { id, user, tokens, as } = await newUser(service);
      await sendJson(service, 'PATCH', '/v1/me', { yearOfBirth: 1980 }, as);
      await sendJson(service, 'PUT', '/v1/me/settings', { a: 1 }, as);
      const text = await (await service.send('/v1/me/export', { headers: as })).text();
      expect(userExportSchema.parse(JSON.parse(text))).toMatchObject({
        user: { userId: user.userId, yearOfBirth: 1980 },
        product: 'companion',
        hearingTests: [],
        settings: { a: 1 },
      });
      for (const secret of [id, tokens.access_token, tokens.refresh_token]) {
        expect(text).not.toContain(secret);
      }
    });

    it('leaves nothing of a deleted user on the disk but a hash', async () => {
      const marker = 'only-this-user-wrote-this';
      const { id, user, as } = await newUser(service);
      await newUser(service);
      await sendJson(service, 'PUT', '/v1/me/settings', { [marker]: marker.repeat(200) }, as);
      await register(service, id);
      const holds = async () => {
        const bytes = await service.stored();
        return [bytes.includes(marker), bytes.includes(user.userId)];
      };
      expect(await holds()).toEqual([true, true]);
      await service.send('/v1/me', { method: 'DELETE', headers: as });
      expect(await holds()).toEqual([false, false]);
    });
  });
};
