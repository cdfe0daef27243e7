import { z } from 'zod';
import { event, invoke } from '../define';

/** Everything a tester can play through, in the order of the report. */
export const SCENARIO_NAMES = [
  'clean-start',
  'restore-at-start',
  'reinstall',
  'second-product',
  'kill-while-creating',
  'deleted-on-service',
  'forced-logout',
  'two-instances',
  'different-user',
  'wrong-reply',
  'unreadable-storage',
  'blank-id',
  'malformed-id',
  'unknown-id',
] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

/** What a scenario does, one after the other; its words are in the catalogue. */
export const SCENARIO_STEPS = [
  'start',
  'start-offline',
  'start-second',
  'make-profile',
  'stop',
  'kill',
  'remove-data',
  'damage-storage',
  'log-in',
  'log-in-unknown',
  'log-in-blank',
  'log-in-malformed',
  'delete-elsewhere',
  'disable',
  'refresh',
  'wrong-reply',
  'renew-both',
  'log-out',
  'count-users',
] as const;
export type ScenarioStep = (typeof SCENARIO_STEPS)[number];

/** What is looked at; its words are in the catalogue. */
export const EXPECTATIONS = [
  'session',
  'logout-reason',
  'same-id',
  'id-kept',
  'id-offered',
  'year-kept',
  'outcome',
  'error',
  'observers',
  'users-made',
  'no-request',
  'killed-by',
  'storage-untouched',
  'in-progress-user',
  'stood-still-at',
  'finished',
] as const;
export type ExpectationName = (typeof EXPECTATIONS)[number];

const expectationSchema = z.strictObject({
  /** The step after which it was looked at. */
  after: z.enum(SCENARIO_STEPS),
  what: z.enum(EXPECTATIONS),
  /** Technical words, numbers and masked ids: nothing secret. */
  expected: z.string().max(200),
  actual: z.string().max(200),
  ok: z.boolean(),
});

const stepSchema = z.strictObject({
  step: z.enum(SCENARIO_STEPS),
  /** Milliseconds since the scenario began. */
  atMs: z.number().nonnegative(),
});

/** `cancelled`: stopped before its end, so it says nothing. */
export const SCENARIO_STATUSES = [
  'not-run',
  'waiting',
  'running',
  'passed',
  'failed',
  'cancelled',
] as const;

const resultSchema = z.strictObject({
  name: z.enum(SCENARIO_NAMES),
  status: z.enum(SCENARIO_STATUSES),
  /** Milliseconds it took, or has taken so far. */
  ms: z.number().nonnegative(),
  steps: z.array(stepSchema),
  expectations: z.array(expectationSchema),
});

const viewSchema = z.strictObject({
  revision: z.int().nonnegative(),
  running: z.boolean(),
  /** Milliseconds since 1970 of the last run; null before the first. */
  startedAt: z.number().nullable(),
  results: z.array(resultSchema),
});

export type Expectation = z.infer<typeof expectationSchema>;
export type ScenarioStatus = (typeof SCENARIO_STATUSES)[number];
export type ScenarioResult = z.infer<typeof resultSchema>;
export type ScenariosView = z.infer<typeof viewSchema>;

/** The scenarios: the app's own composition in child processes, on scratch data and a scratch service. */
export const labScenarios = {
  view: invoke(z.void(), viewSchema),
  /** Begins to play through the scenarios named; `lab/busy` while others run. What comes of it is told by `changed`. */
  run: invoke(z.strictObject({ names: z.array(z.enum(SCENARIO_NAMES)).min(1) }), z.void()),
  /** Stops what runs and ends its processes. */
  cancel: invoke(z.void(), z.void()),
  /** Asks where, then writes the report of the results so far. Errors: app/file-not-written. */
  saveReport: invoke(
    z.strictObject({ format: z.enum(['html', 'junit']) }),
    z.enum(['saved', 'cancelled']),
  ),
  /** At most five a second. */
  changed: event(viewSchema),
};
