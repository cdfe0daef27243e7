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

const configuration = createRoute({
  method: 'get',
  path: '/.well-known/mimi-configuration',
  operationId: 'configuration',
  summary: 'What this service offers',
  responses: {
    200: json(
      z.object({
        service: z.literal('mimi-companion'),
        version: z.string(),
        limits: z.object({ bodyBytes: z.int() }),
      }),
      'Version and limits',
    ),
    ...PROBLEMS,
  },
});

const document = createRoute({
  method: 'get',
  path: '/openapi.json',
  operationId: 'openapi',
  summary: 'This document',
  responses: { 200: json(jsonObjectSchema, 'OpenAPI 3.1'), ...PROBLEMS },
});

const addSecurity = ({ openAPIRegistry }: OpenAPIHono<BackendEnv>): void => {
  openAPIRegistry.registerComponent('securitySchemes', 'client', { type: 'http', scheme: 'basic' });
  openAPIRegistry.registerComponent('securitySchemes', 'clientToken', {
    type: 'http',
    scheme: 'bearer',
    description: 'Access token of a client, scope anonymous:create',
  });
  openAPIRegistry.registerComponent('securitySchemes', 'userToken', {
    type: 'http',
    scheme: 'bearer',
    description: 'Access token of a logged-in user',
  });
};

const describe = (app: OpenAPIHono<BackendEnv>): z.infer<typeof jsonObjectSchema> => {
  const info = { title: 'Mimi Companion service', version: VERSION };
  return jsonObjectSchema.parse(
    JSON.parse(JSON.stringify(app.getOpenAPI31Document({ openapi: '3.1.0', info }))),
  );
};

/** Adds what a service tells about itself. */
export const addMetaRoutes = (app: OpenAPIHono<BackendEnv>): void => {
  addSecurity(app);
  app.openapi(health, (c) => c.json({ status: 'ok' as const }, 200));
  app.openapi(configuration, (c) =>
    c.json(
      {
        service: 'mimi-companion' as const,
        version: VERSION,
        limits: { bodyBytes: MAX_BODY_BYTES },
      },
      200,
    ),
  );
  app.openapi(document, (c) => c.json(describe(app), 200));
};
