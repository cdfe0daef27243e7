import { z } from 'zod';
import { calibrationSchema } from '../calibration';
import { earThresholdsSchema, hearingTestSchema, levelKnowledgeSchema } from '../hearing-test';
import { PAUSE_REASONS } from '../pause-reasons';
import { testIdSchema } from '../test-id';
import { invoke } from './define';

const earSchema = z.enum(['left', 'right']);

/** How a test is to be taken; what the pre-flight found out. */
const setupSchema = z.strictObject({
  engine: z.enum(['bayesian', 'hughson-westlake']),
  calibration: calibrationSchema,
  /** The ear the person hears better with; it is tested first. */
  firstEar: earSchema,
});

/**
 * One trial to present: after `gapMs` of silence, a pulsed tone at `levelDbHl` to one ear, or nothing at all where
 * `silent` (a catch trial of the same length).
 */
const trialSchema = z.strictObject({
  index: z.int().nonnegative(),
  ear: earSchema,
  frequencyHz: z.number().min(125).max(8000),
  levelDbHl: z.number().min(-20).max(95),
  silent: z.boolean(),
  gapMs: z.number().min(0).max(5000),
});

/** What to do next. */
const stepSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('present'), trial: trialSchema }),
  z.strictObject({ type: z.literal('paused'), reason: z.enum(PAUSE_REASONS) }),
  z.strictObject({ type: z.literal('finished'), testId: testIdSchema }),
]);

/** How a trial ended. Times are of the audio clock, from the onset of the tone. */
const answerSchema = z.strictObject({
  trial: z.int().nonnegative(),
  outcome: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('response'),
      reactionTimeMs: z.number().min(0).max(10_000),
    }),
    z.strictObject({ type: z.literal('silence') }),
    /** Not to be counted: the room was too loud, or the sound broke off. The trial comes again. */
    z.strictObject({ type: z.literal('discarded') }),
  ]),
  /** Presses outside the response window since the last answer. */
  spontaneousPresses: z.int().min(0).max(1000),
  /** What the tone was played at, in dB HL, where it could not be as loud as asked and never will. */
  playedDbHl: z.number().min(-20).max(95).optional(),
});

/** The system's output device, as far as the system tells. */
const outputSchema = z.strictObject({
  device: z
    .strictObject({
      name: z.string().max(200),
      channels: z.int().min(1).max(64).nullable(),
      sampleRateHz: z.number().positive().nullable(),
    })
    .nullable(),
  /** 0..1; null where the system does not tell, and then it cannot be locked either. */
  volume: z.number().min(0).max(1.5).nullable(),
});

const MAX_PICTURE = 12_000_000;

/** A picture by how such a file begins: SVG's root element, or PNG's eight bytes as base64. */
const pictureSchema = z.discriminatedUnion('format', [
  z.strictObject({
    format: z.literal('svg'),
    data: z
      .string()
      .max(MAX_PICTURE)
      .regex(/^<svg[ >]/),
  }),
  z.strictObject({
    format: z.literal('png'),
    data: z
      .string()
      .max(MAX_PICTURE)
      .regex(/^iVBORw0KGgo[A-Za-z0-9+/]*={0,2}$/),
  }),
]);

/** Hearing tests: stored ones, and the one that runs. Errors of all that store: session/no-user, secrets/*. */
export const tests = {
  /** Stores the median at the person's age as a hearing test. */
  storeEstimate: invoke(z.void(), z.strictObject({ testId: testIdSchema })),
  /** Stores an audiogram brought along. */
  storeAudiogram: invoke(
    z.strictObject({ ears: earThresholdsSchema, levels: levelKnowledgeSchema }),
    z.strictObject({ testId: testIdSchema }),
  ),
  /**
   * Stored tests, newest first, older than `before` (both by `order`, or else `takenAt`); offline the ones known here.
   * A page never ends between two of the same moment. Errors: service/*, offline beyond those known here.
   */
  history: invoke(
    z.strictObject({ before: z.int().nonnegative().nullable() }),
    z.strictObject({ tests: z.array(hearingTestSchema), hasMore: z.boolean() }),
  ),
  /** Deletes a stored test here and, when it can be reached, on the service. Errors: tests/unknown-test. */
  remove: invoke(z.strictObject({ testId: testIdSchema }), z.void()),
  /** Asks where, then writes a stored test. Errors: tests/unknown-test, app/file-not-written. */
  exportTest: invoke(
    z.strictObject({ testId: testIdSchema, format: z.enum(['json', 'csv']) }),
    z.enum(['saved', 'cancelled']),
  ),
  /** Asks where, then writes a picture the window drew: SVG as text, PNG as base64. Errors: app/file-not-written. */
  savePicture: invoke(pictureSchema, z.enum(['saved', 'cancelled'])),
  /** Asks where, then prints what the window shows as a PDF file. Errors: app/file-not-written. */
  saveReport: invoke(z.void(), z.enum(['saved', 'cancelled'])),

  /** The output device and its volume. */
  output: invoke(z.void(), outputSchema),
  /** Sets the system volume for the pre-flight; the test holds it there. */
  setVolume: invoke(z.strictObject({ volume: z.number().min(0).max(1) }), outputSchema),
  /** Lets the page ask for the microphone, or takes that back. It is taken back by itself when a test ends. */
  allowMicrophone: invoke(z.strictObject({ allowed: z.boolean() }), z.void()),
  /** Begins a test and forgets an unfinished one. Errors: tests/no-year-of-birth, tests/too-soft. */
  begin: invoke(setupSchema, stepSchema),
  /** Goes on with the unfinished test after a new pre-flight. Errors: tests/none-unfinished, tests/too-soft. */
  resume: invoke(setupSchema.pick({ calibration: true }), stepSchema),
  /** Keeps an answer durably, then says what comes next. Errors: tests/none-running, tests/stale-answer. */
  answer: invoke(answerSchema, stepSchema),
  /** Pauses; the running trial comes again. Errors: tests/none-running. */
  pause: invoke(z.void(), z.void()),
  /** Ends the pause. Errors: tests/none-running. */
  goOn: invoke(z.void(), stepSchema),
  /** Forgets the unfinished test. */
  discard: invoke(z.void(), z.void()),
};

export type TestSetup = z.infer<typeof setupSchema>;
export type TestStep = z.infer<typeof stepSchema>;
export type TestTrial = z.infer<typeof trialSchema>;
export type TestAnswer = z.infer<typeof answerSchema>;
export type AudioOutput = z.infer<typeof outputSchema>;
