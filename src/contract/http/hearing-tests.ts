import { z } from 'zod';
import { hearingTestSchema } from '../hearing-test';

/** Tests in one reply of the list at most. */
export const HEARING_TESTS_PER_PAGE = 50;

/**
 * `GET /v1/me/hearing-tests?before=&limit=`: newest first, by `order` or else `takenAt`, and so is `before`. One
 * test is written with `PUT /v1/me/hearing-tests/{id}` under the client's own id, so that repeating it is harmless.
 */
export const hearingTestsPageSchema = z.strictObject({
  tests: z.array(hearingTestSchema).max(HEARING_TESTS_PER_PAGE),
  hasMore: z.boolean(),
});

export type HearingTestsPage = z.infer<typeof hearingTestsPageSchema>;
