import { z } from 'zod';
import { isAnonymousId, type AnonymousId } from '../../contract/anonymous-id';
import { hearingTestSchema } from '../../contract/hearing-test';
import { LOGOUT_REASONS } from '../../contract/mimi-user';
import { testIdSchema } from '../../contract/test-id';
import { labOutcomeSchema } from '../../contract/ipc/lab/outcome';
import type { PartnerRecords } from '../mimi-core/partner-records';
import type { StoredRecords } from './stored-records';

const service = z.string().min(1).max(2048);
const userId = z.string().min(1).max(200);
/** Exactly the accepted form: an id of any other shape means the content was not written by us. */
const anonymousId = z.custom<AnonymousId>(isAnonymousId);
const token = z.string().min(1).max(16_384);
const time = z.number().nonnegative();
const yearOfBirth = z.int().min(1800).max(2200);

const keptUserShape = {
  service,
  userId,
  anonymousId,
  createdAt: time,
  yearOfBirth: yearOfBirth.nullable(),
};
const tokens = z.strictObject({
  accessToken: token,
  refreshToken: token,
  accessExpiresAt: time,
});
const outboxShape = { entryId: z.string().min(1).max(200), service, userId };

const accountShape = { issuer: z.string().min(1).max(2048), sub: z.string().min(1).max(255) };

const partnerSchema: z.ZodType<PartnerRecords> = z.strictObject({
  account: z
    .strictObject({
      ...accountShape,
      service,
      name: z.string().max(200).nullable(),
      tokens: tokens.extend({ refreshToken: token.nullable() }).nullable(),
      isOpening: z.boolean(),
    })
    .nullable(),
  links: z.array(z.strictObject({ ...accountShape, service, userId, etag: z.string().max(1024) })),
  leaving: z.array(z.strictObject({ issuer: accountShape.issuer, token })),
});

const labIdSchema = z
  .strictObject({
    /** Names the row towards a window; never an id. */
    key: z.string().min(1).max(64),
    label: z.string().max(200),
    anonymousId,
    service,
    product: z.string().max(200),
    /** Milliseconds since 1970; null when it was never logged in from here. */
    lastUsedAt: time.nullable(),
    /** How logging in by it ended last time. Somebody who withdraws leaves the one before. */
    lastOutcome: labOutcomeSchema
      .extend({ type: labOutcomeSchema.shape.type.exclude(['Cancelled']) })
      .readonly()
      .nullable(),
  })
  .readonly();

export const labSchema = z.strictObject({ ids: z.array(labIdSchema).readonly() }).readonly();

/** The records as they lie on disk; anything that does not fit is unreadable, never repaired. */
export const storedRecordsSchema: z.ZodType<StoredRecords> = z.strictObject({
  current: z
    .strictObject({
      ...keptUserShape,
      tokens: tokens.nullable(),
      signedOut: z.enum(LOGOUT_REASONS).nullable(),
    })
    .nullable(),
  kept: z.array(z.strictObject(keptUserShape)),
  pending: z.strictObject({ service, anonymousId, yearOfBirth: yearOfBirth.nullable() }).nullable(),
  outbox: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('revoke'), ...outboxShape, refreshToken: token }),
      z.strictObject({ type: z.literal('year-of-birth'), ...outboxShape, yearOfBirth }),
      z.strictObject({ type: z.literal('hearing-test'), ...outboxShape, test: hearingTestSchema }),
      z.strictObject({
        type: z.literal('delete-hearing-test'),
        ...outboxShape,
        testId: testIdSchema,
      }),
      z.strictObject({ type: z.literal('association'), ...outboxShape, ...accountShape }),
      z.strictObject({
        ...{ type: z.literal('dissociation'), ...outboxShape, ...accountShape },
        idDigest: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    ]),
  ),
  partner: partnerSchema.exactOptional(),
  lab: labSchema.exactOptional(),
});
