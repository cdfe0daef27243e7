import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SandboxEnv } from '../emulator/environment';
import { routeOf } from '../emulator/receive';

/** What a sandbox tells about its requests. */
export interface Observation {
  readonly middleware: MiddlewareHandler<SandboxEnv>;
  /** Prometheus text and its media type. */
  readonly metrics: () => Promise<{ readonly text: string; readonly type: string }>;
}

interface ObservationDeps {
  readonly log: Logger;
  readonly randomUUID: () => string;
  /** Seconds of a clock that only goes forward. */
  readonly seconds: () => number;
  readonly isStopping: () => boolean;
}

const createMetrics = () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    running: new Gauge({ name: 'sandbox_requests_running', help: 'Requests that run', registers }),
    durations: new Histogram({
      name: 'sandbox_request_duration_seconds',
      help: 'Time until the reply; status 0 where a fault broke the connection',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
  };
};

/** Counts and logs each request by its pattern: a path can hold an id, a body does. */
export const createObservation = (deps: ObservationDeps): Observation => {
  const { log, randomUUID, seconds, isStopping } = deps;
  const { registry, running, durations } = createMetrics();
  return {
    middleware: async (c, next) => {
      const began = seconds();
      c.set('requestId', randomUUID());
      running.inc();
      try {
        await next();
      } finally {
        running.dec();
        const took = seconds() - began;
        const { method } = c.req;
        const route = routeOf(c);
        const status = c.env.incoming.socket.destroyed ? 0 : c.res.status;
        durations.observe({ method, route, status: String(status) }, took);
        const requestId = c.get('requestId');
        log.info({ requestId, method, route, status, ms: Math.round(took * 1000) }, 'request');
      }
      c.header('x-request-id', c.get('requestId'));
      if (isStopping()) c.header('connection', 'close');
    },
    metrics: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
};
