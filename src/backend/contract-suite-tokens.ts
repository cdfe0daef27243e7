import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oauthErrorSchema, problemSchema } from '../contract/http/problem';
import { registeredSchema, tokensSchema } from '../contract/http/users';
import {
  basic,
  bearer,
  clientToken,
  CLIENT,
  OTHER_CLIENT,
  postForm,
  refresh,
  register,
  sendJson,
  type Harness,
} from './testing/harness';

const DAY_MS = 24 * 3_600_000;

/** What any transport to the service must show: credentials and tokens. */
export const describeTokens = (transport: string, makeHarness: () => Promise<Harness>): void => {
  describe(`tokens, ${transport}`, () => {
    let service: Harness;
    beforeEach(async () => {
      service = await makeHarness();
    });
    afterEach(() => service.close());

    const session = async () => {
      const id = randomUUID();
      const { tokens } = registeredSchema.parse(await (await register(service, id)).json());
      return { id, ...tokens };
    };
    const rotated = async (token: string) =>
      tokensSchema.parse(await (await refresh(service, token)).json());
    const refusal = async (reply: Response) => {
      expect(reply.status).toBe(400);
      return oauthErrorSchema.parse(await reply.json()).reason;
    };
    const statusOfMe = async (token: string) =>
      (await service.send('/v1/me', { headers: bearer(token) })).status;

    it('gives the same successor again after a lost reply', async () => {
      const { refresh_token: first } = await session();
      const lost = await rotated(first);
      const repeated = await rotated(first);
      expect(repeated.refresh_token).toBe(lost.refresh_token);
      expect(repeated.refresh_token).not.toBe(first);
      expect(await statusOfMe(repeated.access_token)).toBe(200);
      expect((await rotated(repeated.refresh_token)).refresh_token).not.toBe(lost.refresh_token);
    });

    it('ends the whole session when an older token is used again', async () => {
      const { refresh_token: first } = await session();
      const second = await rotated(first);
      const third = await rotated(second.refresh_token);
      expect(await refusal(await refresh(service, first))).toBe('reused');
      expect(await refusal(await refresh(service, third.refresh_token))).toBe('revoked');
      expect(await statusOfMe(third.access_token)).toBe(401);
    });

    it('takes the parent for stolen once its reply can no longer be on its way', async () => {
      const { refresh_token: first } = await session();
      const second = await rotated(first);
      service.advance(61_000);
      expect(await refusal(await refresh(service, first))).toBe('reused');
      expect(await refusal(await refresh(service, second.refresh_token))).toBe('revoked');
    });

    it('lets refreshes at the same time converge on one successor', async () => {
      const { refresh_token: first } = await session();
      const all = await Promise.all(Array.from({ length: 10 }, () => rotated(first)));
      expect(new Set(all.map(({ refresh_token: token }) => token)).size).toBe(1);
      expect(await Promise.all(all.map(({ access_token: token }) => statusOfMe(token)))).toEqual(
        Array(10).fill(200),
      );
    });

    it('refuses made-up and changed refresh tokens without harm to the session', async () => {
      const { refresh_token: token } = await session();
      const [secret = '', , mac = ''] = token.split('.');
      for (const forged of [
        'x',
        '..',
        `${secret}.1.${mac}`,
        `${token}x`,
        token.slice(0, -1),
        `${secret}.0x0.${mac}`,
      ]) {
        expect(await refusal(await refresh(service, forged))).toBe('unknown');
      }
      expect((await refresh(service, token)).status).toBe(200);
    });

    it('refuses the refresh token of another client', async () => {
      const { refresh_token: token } = await session();
      expect(await refusal(await refresh(service, token, OTHER_CLIENT))).toBe('unknown');
      await postForm(service, '/oauth/revoke', { token }, basic(OTHER_CLIENT));
      expect((await refresh(service, token)).status).toBe(200);
    });

    it('expires access after 15 minutes and a session after 90 days without use', async () => {
      const { access_token: access, refresh_token: first } = await session();
      service.advance(15 * 60_000 - 1);
      expect(await statusOfMe(access)).toBe(200);
      service.advance(1);
      expect(await statusOfMe(access)).toBe(401);
      service.advance(89 * DAY_MS);
      const second = await rotated(first);
      service.advance(89 * DAY_MS);
      const third = await rotated(second.refresh_token);
      service.advance(90 * DAY_MS);
      expect(await refusal(await refresh(service, third.refresh_token))).toBe('expired');
    });

    it('refuses to refresh for a disabled user', async () => {
      const { refresh_token: token } = await session();
      await service.disableEveryone();
      expect(await refusal(await refresh(service, token))).toBe('disabled');
    });

    it.each(['access_token', 'refresh_token'] as const)(
      'revokes a session by its %s, twice without error',
      async (kind) => {
        const tokens = await session();
        const other = await session();
        for (let time = 0; time < 2; time += 1) {
          const reply = await postForm(service, '/oauth/revoke', { token: tokens[kind] });
          expect(reply.status).toBe(200);
        }
        expect(await statusOfMe(tokens.access_token)).toBe(401);
        expect(await refusal(await refresh(service, tokens.refresh_token))).toBe('revoked');
        expect(await statusOfMe(other.access_token)).toBe(200);
        expect((await postForm(service, '/oauth/revoke', { token: 'unknown' })).status).toBe(200);
      },
    );

    it('accepts each kind of access token only where it belongs', async () => {
      const { access_token: user, refresh_token: refreshToken } = await session();
      const client = await clientToken(service);
      const registration = { anonymousId: randomUUID(), product: 'x' };
      const asUser = await sendJson(
        service,
        'POST',
        '/v1/anonymous-users',
        registration,
        bearer(user),
      );
      expect(asUser.status).toBe(401);
      expect(asUser.headers.get('www-authenticate')).toContain('invalid_token');
      for (const token of [client, refreshToken, 'x', ''])
        expect(await statusOfMe(token)).toBe(401);
      const missing = await service.send('/v1/me');
      expect([missing.status, problemSchema.parse(await missing.json()).code]).toEqual([
        401,
        'invalid_token',
      ]);
      service.advance(15 * 60_000);
      const late = await sendJson(
        service,
        'POST',
        '/v1/anonymous-users',
        registration,
        bearer(client),
      );
      expect(late.status).toBe(401);
    });

    it.each([
      ['nothing', {}],
      ['a wrong secret', basic({ ...CLIENT, clientSecret: 'wrong' })],
      ['an empty secret', basic({ ...CLIENT, clientSecret: '' })],
      ['an unknown client', basic({ clientId: 'who', clientSecret: '' })],
      ['another scheme', bearer('x')],
      ['a bad encoding', { authorization: `Basic ${Buffer.from('%:%').toString('base64')}` }],
      ['no colon', { authorization: 'Basic eA==' }],
    ] as [string, Record<string, string>][])('refuses a client with %s', async (_name, headers) => {
      const { id } = await session();
      for (const path of ['/oauth/token', '/oauth/revoke']) {
        const reply = await postForm(
          service,
          path,
          { grant_type: 'client_credentials', token: id },
          headers,
        );
        expect([reply.status, await reply.json()]).toMatchObject([
          401,
          { error: 'invalid_client' },
        ]);
        expect(reply.headers.get('www-authenticate')).toContain('Basic');
      }
    });

    it.each([
      [
        'an unknown grant',
        { grant_type: 'password', username: 'a', password: 'b' },
        'unsupported_grant_type',
      ],
      ['no grant', {}, 'invalid_request'],
      ['no id', { grant_type: 'urn:mimi:oauth:grant-type:anonymous-id' }, 'invalid_request'],
      [
        'a malformed id',
        { grant_type: 'urn:mimi:oauth:grant-type:anonymous-id', anonymous_id: 'x' },
        'invalid_request',
      ],
      ['a wider scope', { grant_type: 'client_credentials', scope: 'admin' }, 'invalid_request'],
    ] as [string, Record<string, string>, string][])(
      'refuses a token request with %s',
      async (_name, fields, error) => {
        const reply = await postForm(service, '/oauth/token', fields);
        expect([reply.status, oauthErrorSchema.parse(await reply.json()).error]).toEqual([
          400,
          error,
        ]);
      },
    );
  });
};
