import { z } from 'zod';
import { FAULT_CALLS } from './fault-vocabulary';

/** Which requests meet a fault. */
const meets = {
  /** One call of the service, or all of them. */
  call: z.enum(['all', ...FAULT_CALLS]),
  /** The first request only, then it is off; else until it is switched off. */
  once: z.boolean(),
  /** How many of the requests meant meet it, in percent. */
  share: z.int().min(1).max(100),
};

const milliseconds = z.int().min(0).max(60_000);

/** A fault that meets requests, with what it needs to be known. */
export const requestFaultSchema = z.discriminatedUnion('kind', [
  /** The service is not reached. */
  z.strictObject({ kind: z.literal('offline'), ...meets }),
  /** It answers after `ms`, more or less up to `jitterMs`. Comes before every other fault. */
  z.strictObject({
    kind: z.literal('latency'),
    ...meets,
    ms: milliseconds,
    jitterMs: milliseconds,
  }),
  /** 429 with Retry-After; the service does nothing. */
  z.strictObject({
    kind: z.literal('rate-limited'),
    ...meets,
    retryAfterSeconds: z.int().min(0).max(300),
  }),
  /** 500; the service does nothing. */
  z.strictObject({ kind: z.literal('server-error'), ...meets }),
  /** No answer ever; the service does nothing. */
  z.strictObject({ kind: z.literal('timeout'), ...meets }),
  /** The connection breaks before the service has acted. */
  z.strictObject({ kind: z.literal('reset'), ...meets }),
  /** The service acts; its reply ends half way as if it were whole. */
  z.strictObject({ kind: z.literal('body-cut'), ...meets }),
  /** The service acts; its reply never arrives. */
  z.strictObject({ kind: z.literal('reply-lost'), ...meets }),
  /** Somebody else answers, with a page of HTML and status 200. */
  z.strictObject({ kind: z.literal('captive-portal'), ...meets }),
  /** The service acts; the id in its reply is another, random one. */
  z.strictObject({ kind: z.literal('wrong-id'), ...meets }),
]);

/** One fault. */
export const faultSchema = z.discriminatedUnion('kind', [
  ...requestFaultSchema.options,
  /** The wall clock is off by `byMinutes` while this is on. Meets no request. */
  z.strictObject({
    kind: z.literal('clock-jump'),
    byMinutes: z.int().min(-5_256_000).max(5_256_000),
  }),
]);

export type Fault = z.infer<typeof faultSchema>;

/** A fault that meets requests. */
export type RequestFault = z.infer<typeof requestFaultSchema>;
