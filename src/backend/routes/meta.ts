import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { BackendEnv } from '../environment';
import { json, jsonObjectSchema, PROBLEMS } from './replies';

/** Largest request body in bytes. */
export const MAX_BODY_BYTES = 256 * 1024;

const VERSION = '1.0.0';

const health = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'health',
  summary: 'Whether the service can work',
  responses: { 200: json(z.object({ status: z.literal('ok') }), 'It can'), ...PROBLEMS },
});

const offerSchema = z.object({
  service: z.literal('mimi-companion'),
  version: z.string(),
  limits: z.object({ bodyBytes: z.int() }),
});

const configuration = createRoute({
  method: 'get',
  path: '/.well-known/mimi-configuration',
  operationId: 'configuration',
  summary: 'What this service offers',
  responses: { 200: json(offerSchema, 'Version and limits'), ...PROBLEMS },
});

const document = createRoute({
  method: 'get',
  path: '/openapi.json',
  operationId: 'openapi',
  summary: 'This document',
  responses: { 200: json(jsonObjectSchema, 'OpenAPI 3.1'), ...PROBLEMS },
});

const SECURITY_SCHEMES = {
  client: { type: 'http', scheme: 'basic' },
  clientToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'Access token of a client, scope anonymous:create',
  },
  userToken: { type: 'http', scheme: 'bearer', description: 'Access token of a logged-in user' },
} as const;

/** Adds what a service tells about itself. */
export const addMetaRoutes = (app: OpenAPIHono<BackendEnv>): void => {
  for (const [name, scheme] of Object.entries(SECURITY_SCHEMES)) {
    app.openAPIRegistry.registerComponent('securitySchemes', name, scheme);
  }
  app.openapi(health, (c) => c.json({ status: 'ok' as const }, 200));
  app.openapi(configuration, (c) => {
    const limits = { bodyBytes: MAX_BODY_BYTES };
    return c.json({ service: 'mimi-companion' as const, version: VERSION, limits }, 200);
  });
  app.openapi(document, (c) => {
    const info = { title: 'Mimi Companion service', version: VERSION };
    const text = JSON.stringify(app.getOpenAPI31Document({ openapi: '3.1.0', info }));
    return c.json(jsonObjectSchema.parse(JSON.parse(text)), 200);
  });
};
