import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemSchema } from '../contract/http/problem';
import { loggedInSchema, registeredSchema } from '../contract/http/users';
import {
  basic,
  bearer,
  clientToken,
  logIn,
  newUser,
  postForm,
  register,
  sendJson,
  type Harness,
} from './testing/harness';

/** What any transport to the service must show: users. Their data, tokens and requests: the suites beside this one. */
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

    it('refuses a product with a control character, which not every database can store', async () => {
      expect((await register(service, randomUUID(), { product: 'a\u0000' })).status).toBe(400);
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
      await service.disableEveryone();
      expect(await (await logIn(service, id)).json()).toMatchObject({ reason: 'disabled' });
      const replies = [await register(service, id), await service.send('/v1/me', { headers: as })];
      expect(replies.map(({ status }) => status)).toEqual([403, 403]);
    });

    it('logs in by id: tokens of the same user, with the id echoed', async () => {
      const { id, user } = await newUser(service);
      const reply = await logIn(service, id);
      expect(loggedInSchema.parse(await reply.json()).user).toMatchObject(user);
      expect(reply.headers.get('cache-control')).toBe('no-store');
    });

    it('never writes an id, token or secret in plain text', async () => {
      const { id, tokens } = await newUser(service);
      const app = await clientToken(service);
      const bytes = await service.stored();
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
