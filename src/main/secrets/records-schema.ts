import { z } from 'zod';
import { isAnonymousId, type AnonymousId } from '../../contract/anonymous-id';
import { hearingTestSchema } from '../../contract/hearing-test';
import { LOGOUT_REASONS } from '../../contract/mimi-user';
import { testIdSchema } from '../../contract/test-id';
import { ERROR_CODES } from '../../contract/errors';
import type { PartnerRecords } from '../mimi-core/partner-records';
import type { LabRecords, StoredRecords } from './stored-records';

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

const labSchema: z.ZodType<LabRecords> = z.strictObject({
  ids: z.array(
    z.strictObject({
      key: z.string().min(1).max(64),
      label: z.string().max(200),
      anonymousId,
      service,
      product: z.string().max(200),
      lastUsedAt: time.nullable(),
      lastOutcome: z
        .strictObject({
          type: z.enum(['Success', 'Failure', 'Skipped']),
          code: z.enum(ERROR_CODES).nullable(),
          ms: time,
        })
        .nullable(),
    }),
  ),
});

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
    ]),
  ),
  partner: partnerSchema.exactOptional(),
  lab: labSchema.exactOptional(),
});
