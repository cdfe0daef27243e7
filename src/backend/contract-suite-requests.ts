import { randomUUID } from 'node:crypto';
import Ajv from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oauthErrorSchema, problemSchema } from '../contract/http/problem';
import { registeredSchema } from '../contract/http/users';
import { sampleId } from '../hearing/spec-support/sample-test';
import { basic, bearer, register, type Harness } from './testing/harness';

/** What any transport to the service must show: refusal of what is not a request, and the document. */
export const describeRequests = (transport: string, makeHarness: () => Promise<Harness>): void => {
  describe(`requests, ${transport}`, () => {
    let service: Harness;
    beforeEach(async () => {
      service = await makeHarness();
    });
    afterEach(() => service.close());

    it('answers malformed, oversized and misplaced requests with a problem and no detail', async () => {
      const registered = await register(service, randomUUID());
      const { access_token: token } = registeredSchema.parse(await registered.json()).tokens;
      const as = { ...bearer(token), 'content-type': 'application/json' };
      const cases: [number, string, RequestInit][] = [
        [400, '/v1/me', { method: 'PATCH', headers: as, body: '{"yearOfBirth":' }],
        [400, '/v1/me', { method: 'PATCH', headers: as, body: 'null' }],
        [400, '/v1/me', { method: 'PATCH', headers: as, body: '[]' }],
        [400, '/v1/me', { method: 'PATCH', headers: as }],
        [400, HEARING_TEST, { method: 'PUT', headers: as, body: '{"source":"age"}' }],
        [413, HEARING_TEST, { method: 'PUT', headers: as, body: `"${'x'.repeat(256 * 1024)}"` }],
        [405, '/v1/me/profile', { method: 'PUT', headers: as, body: '{}' }],
        [400, '/v1/me/settings', { method: 'PUT', headers: as, body: '7' }],
        [
          413,
          '/v1/me/settings',
          { method: 'PUT', headers: as, body: `"${'x'.repeat(256 * 1024)}"` },
        ],
        [
          415,
          '/v1/me',
          {
            method: 'PATCH',
            headers: { ...as, 'content-type': 'text/plain' },
            body: '{"yearOfBirth":1980}',
          },
        ],
        [
          415,
          '/oauth/token',
          {
            method: 'POST',
            headers: { ...basic(), 'content-type': 'application/json' },
            body: '{}',
          },
        ],
        [405, '/v1/me', { method: 'PUT', headers: as, body: '{}' }],
        [405, '/oauth/token', { headers: basic() }],
        [404, '/v1/users', { headers: as }],
        [404, '/emulator/v1/accounts', { headers: as }],
      ];
      for (const [status, path, init] of cases) {
        const reply = await service.send(path, init);
        const text = await reply.text();
        expect([path, init.body, reply.status]).toEqual([path, init.body, status]);
        expect(text).not.toMatch(/zod|expected|issues|stack|SQLITE/i);
        expect(reply.headers.get('cache-control')).toBe('no-store');
        const schema = path.startsWith('/oauth') ? oauthErrorSchema : problemSchema;
        expect(schema.safeParse(JSON.parse(text)).success).toBe(true);
      }
    });

    it('says how it is and what it offers', async () => {
      expect(await (await service.send('/healthz')).json()).toEqual({ status: 'ok' });
      const offer = await service.send('/.well-known/mimi-configuration');
      expect(await offer.json()).toMatchObject({ limits: { bodyBytes: 262_144 } });
    });

    it('describes every route in an OpenAPI 3.1 document whose schemas are valid', async () => {
      const document = (await (await service.send('/openapi.json')).json()) as {
        openapi: string;
        info: { title: string; version: string };
        components: { securitySchemes: object };
        paths: Record<string, Record<string, Operation>>;
      };
      expect(document.openapi).toBe('3.1.0');
      const operations = Object.entries(document.paths).flatMap(([path, item]) =>
        Object.entries(item).map(([method, operation]) => ({
          route: `${method} ${path}`,
          operation,
        })),
      );
      expect(operations.map(({ route }) => route).sort()).toEqual(ROUTES);
      expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(
        ROUTES.length,
      );
      const schemes = Object.keys(document.components.securitySchemes);
      const ajv = new Ajv({ strict: false });
      for (const { operation } of operations) {
        for (const name of (operation.security ?? []).flatMap(Object.keys))
          expect(schemes).toContain(name);
        for (const part of [operation.requestBody, ...Object.values(operation.responses)]) {
          for (const { schema } of Object.values(part?.content ?? {})) ajv.compile(schema);
        }
        for (const reply of Object.values(operation.responses))
          expect(reply.description).toBeTruthy();
      }
    });
  });
};

interface Content {
  readonly description?: string;
  readonly content?: Record<string, { schema: object }>;
}

interface Operation {
  readonly operationId: string;
  readonly security?: object[];
  readonly requestBody?: Content;
  readonly responses: Record<string, Content>;
}

const HEARING_TEST = `/v1/me/hearing-tests/${sampleId(1)}`;

/** All there is: nothing here could make an anonymous user a named one. */
const ROUTES = [
  'delete /v1/me',
  'delete /v1/me/hearing-tests/{id}',
  'get /.well-known/mimi-configuration',
  'get /healthz',
  'get /openapi.json',
  'get /v1/me',
  'get /v1/me/export',
  'get /v1/me/hearing-tests',
  'get /v1/me/hearing-tests/{id}',
  'get /v1/me/profile',
  'get /v1/me/settings',
  'patch /v1/me',
  'post /oauth/revoke',
  'post /oauth/token',
  'post /v1/anonymous-users',
  'put /v1/me/hearing-tests/{id}',
  'put /v1/me/settings',
];
