import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemSchema } from '../contract/http/problem';
import { loggedInSchema, registeredSchema } from '../contract/http/users';
import { userExportSchema } from '../contract/http/user-export';
import {
  basic,
  bearer,
  clientToken,
  disableEveryone,
  logIn,
  postForm,
  register,
  sendJson,
  type Harness,
} from './testing/harness';

const newUser = async (service: Harness) => {
  const id = randomUUID();
  const { user, tokens } = registeredSchema.parse(await (await register(service, id)).json());
  return { id, user, tokens, as: bearer(tokens.access_token) };
};

const profile = {
  basis: 'age-estimate',
  yearOfBirth: 1980,
  audiogram: {
    left: [{ frequencyHz: 1000, thresholdDbHl: 20 }],
    right: [{ frequencyHz: 1000, thresholdDbHl: 25 }],
  },
};

/** What any transport to the service must show: users and their data. Tokens and requests: the suites beside this one. */
export const describeUsers = (transport: string, makeHarness: () => Promise<Harness>): void => {
  describe(`users, ${transport}`, () => {
    let service: Harness;
    beforeEach(async () => {
      service = await makeHarness();
    });
    afterEach(() => service.close());

    it('registers a new id with 201 and the same id again with 200 as the same user', async () => {
      const id = randomUUID();
      const first = await register(service, id);
      const second = await register(service, id);
      expect([first.status, second.status]).toEqual([201, 200]);
      const [a, b] = [
        registeredSchema.parse(await first.json()),
        registeredSchema.parse(await second.json()),
      ];
      expect(a.user).toEqual(b.user);
      expect(a.user).toMatchObject({ anonymousId: id, isAnonymous: true, yearOfBirth: null });
      expect(a.tokens.access_token).not.toBe(b.tokens.access_token);
      for (const { tokens } of [a, b]) {
        const me = await service.send('/v1/me', { headers: bearer(tokens.access_token) });
        expect(me.status).toBe(200);
      }
    });

    it('makes one user of twenty registrations at once', async () => {
      const id = randomUUID();
      const replies = await Promise.all(Array.from({ length: 20 }, () => register(service, id)));
      const statuses = replies.map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array<number>(19).fill(200), 201]);
      const users = await Promise.all(
        replies.map(async (r) => registeredSchema.parse(await r.json()).user.userId),
      );
      expect(new Set(users).size).toBe(1);
    });

    it.each([
      ['isAnonymous: false', { isAnonymous: false }],
      ['isAnonymous: true', { isAnonymous: true }],
      ['an e-mail address', { email: 'a@example.org' }],
      ['a password', { password: 'x' }],
      ['a kind', { kind: 'named' }],
      ['a userId', { userId: 'me' }],
    ])('refuses a registration with %s: nobody can be made a named user', async (_name, extra) => {
      const id = randomUUID();
      expect((await register(service, id, extra)).status).toBe(400);
      expect((await logIn(service, id)).status).toBe(400);
      const { as } = await newUser(service);
      const patch = await sendJson(service, 'PATCH', '/v1/me', { yearOfBirth: 1980, ...extra }, as);
      expect(patch.status).toBe(400);
    });

    it.each(['', 'x', ' ', randomUUID().toUpperCase(), ` ${randomUUID()}`, '0'.repeat(36)])(
      'refuses to register the id %j',
      async (id) => {
        expect((await register(service, id)).status).toBe(400);
      },
    );

    it('answers 410 to a registration of a deleted id and never makes it again', async () => {
      const { id, as } = await newUser(service);
      expect((await service.send('/v1/me', { method: 'DELETE', headers: as })).status).toBe(204);
      for (let time = 0; time < 2; time += 1) {
        const again = await register(service, id);
        expect(again.status).toBe(410);
        expect(problemSchema.parse(await again.json()).code).toBe('user_deleted');
      }
      const login = await logIn(service, id);
      expect([login.status, await login.json()]).toEqual([
        400,
        { error: 'invalid_grant', reason: 'deleted' },
      ]);
      expect((await service.send('/v1/me', { headers: as })).status).toBe(401);
    });

    it('refuses an unknown id and does not create it', async () => {
      const id = randomUUID();
      for (let time = 0; time < 2; time += 1) {
        const login = await logIn(service, id);
        expect([login.status, await login.json()]).toEqual([
          400,
          { error: 'invalid_grant', reason: 'unknown' },
        ]);
      }
    });

    it('refuses a disabled user at login, registration and with a token', async () => {
      const { id, as } = await newUser(service);
      disableEveryone(service.folder);
      expect(await (await logIn(service, id)).json()).toMatchObject({ reason: 'disabled' });
      const replies = [await register(service, id), await service.send('/v1/me', { headers: as })];
      expect(replies.map(({ status }) => status)).toEqual([403, 403]);
    });

    it('logs in by id: tokens of the same user, with the id echoed', async () => {
      const { id, user } = await newUser(service);
      const reply = await logIn(service, id);
      expect(loggedInSchema.parse(await reply.json()).user).toEqual(user);
      expect(reply.headers.get('cache-control')).toBe('no-store');
    });

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

    it('has no profile without a year, then the age estimate, then the stored one', async () => {
      const { as } = await newUser(service);
      const read = () => service.send('/v1/me/profile', { headers: as });
      expect((await read()).status).toBe(404);
      await sendJson(service, 'PATCH', '/v1/me', { yearOfBirth: 1950 }, as);
      const estimate = await read();
      expect(await estimate.json()).toMatchObject({ basis: 'age-estimate', yearOfBirth: 1950 });
      const tag = { 'if-match': estimate.headers.get('etag') ?? '' };
      const stored = await sendJson(service, 'PUT', '/v1/me/profile', profile, { ...as, ...tag });
      expect(stored.status).toBe(200);
      const now = await read();
      expect([now.headers.get('etag'), await now.json()]).toEqual([
        stored.headers.get('etag'),
        profile,
      ]);
      expect(
        (await sendJson(service, 'PUT', '/v1/me/profile', profile, { ...as, ...tag })).status,
      ).toBe(412);
    });

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
      await sendJson(service, 'PUT', '/v1/me/profile', profile, as);
      await sendJson(service, 'PUT', '/v1/me/settings', { a: 1 }, as);
      const text = await (await service.send('/v1/me/export', { headers: as })).text();
      expect(userExportSchema.parse(JSON.parse(text))).toMatchObject({
        user: { userId: user.userId, yearOfBirth: 1980 },
        product: 'companion',
        profile,
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
      const bytes = (): string =>
        ['service.db', 'service.db-wal', 'service.backup.db']
          .map((name) => readFileSync(join(service.folder, name), 'latin1'))
          .join();
      expect([bytes().includes(marker), bytes().includes(user.userId)]).toEqual([true, true]);
      await service.send('/v1/me', { method: 'DELETE', headers: as });
      expect([bytes().includes(marker), bytes().includes(user.userId)]).toEqual([false, false]);
    });

    it('never writes an id, token or secret in plain text', async () => {
      const { id, tokens } = await newUser(service);
      const app = await clientToken(service);
      const files = ['service.db', 'service.db-wal', 'service.backup.db'];
      const bytes = files.map((name) => readFileSync(join(service.folder, name), 'latin1')).join();
      const sessionSecret = tokens.refresh_token.split('.')[0]!;
      for (const secret of [id, id.replaceAll('-', ''), tokens.access_token, sessionSecret, app]) {
        expect(bytes).not.toContain(secret);
      }
      expect(bytes).toContain('companion');
    });

    it('answers the same whatever a browser accepts', async () => {
      const headers = { accept: 'text/html', ...basic() };
      const reply = await postForm(
        service,
        '/oauth/token',
        { grant_type: 'client_credentials' },
        headers,
      );
      expect(reply.headers.get('content-type')).toContain('application/json');
      const missing = await service.send('/nowhere', { headers: { accept: 'text/html' } });
      expect(missing.headers.get('content-type')).toContain('application/problem+json');
    });
  });
};
