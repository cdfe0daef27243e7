import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { json, jsonObjectSchema, PROBLEMS } from '../routes/replies';
import type { SandboxEnv } from '../emulator/environment';

interface OperationsDeps {
  /** Whether requests can be answered now. */
  readonly isReady: () => Promise<boolean>;
  /** Prometheus text and its media type. */
  readonly metrics: () => Promise<{ readonly text: string; readonly type: string }>;
  /** The OpenAPI document of everything that is served. */
  readonly document: () => unknown;
}

const health = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'health',
  summary: 'Whether the process lives',
  responses: { 200: json(z.object({ status: z.literal('ok') }), 'It does'), ...PROBLEMS },
});

const readyReply = json(z.object({ status: z.enum(['ready', 'not ready']) }), 'Whether it is');

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'ready',
  summary: 'Whether the instance answers requests: its database does, and it is not about to stop',
  responses: { 200: readyReply, 503: readyReply, ...PROBLEMS },
});

const metricsRoute = createRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'metrics',
  summary: 'Figures of this instance for Prometheus',
  responses: {
    200: { description: 'Figures', content: { 'text/plain': { schema: z.string() } } },
    503: { description: 'Not now' },
    ...PROBLEMS,
  },
});

const document = createRoute({
  method: 'get',
  path: '/openapi.json',
  operationId: 'openapi',
  summary: 'This document; /docs/ shows it',
  responses: { 200: json(jsonObjectSchema, 'OpenAPI 3.1'), ...PROBLEMS },
});

/** Creates what those who operate a sandbox ask it. */
export const createOperations = (deps: OperationsDeps): OpenAPIHono<SandboxEnv> => {
  const app = new OpenAPIHono<SandboxEnv>();
  app.openapi(health, (c) => c.json({ status: 'ok' as const }, 200));
  app.openapi(ready, async (c) =>
    (await deps.isReady())
      ? c.json({ status: 'ready' as const }, 200)
      : c.json({ status: 'not ready' as const }, 503),
  );
  app.openapi(metricsRoute, async (c) => {
    const { text, type } = await deps.metrics();
    return c.body(text, 200, { 'content-type': type });
  });
  let told: string | null = null;
  app.openapi(document, (c) => {
    told ??= JSON.stringify(deps.document());
    return c.json(jsonObjectSchema.parse(JSON.parse(told)), 200);
  });
  return app;
};
