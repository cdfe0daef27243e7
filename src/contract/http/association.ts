import { z } from 'zod';
import { anonymousIdSchema } from './users';

/**
 * `GET|PUT|DELETE` on a partner's association URL: the anonymousId that belongs to the account whose access token is
 * sent. There is one per account, so no URL names it. Replies carry a strong ETag.
 *
 * - `GET`: 200, 304 (`If-None-Match`), 404 when the account has none.
 * - `PUT` needs `If-None-Match: *` (store the first one) or `If-Match` (replace the one seen): 200, 201, 412, 428.
 * - `DELETE` needs `If-Match`: 204, 404, 412, 428.
 */
export const associationSchema = z.object({
  anonymousId: anonymousIdSchema,
  /** When it was stored with the account; milliseconds since 1970. */
  updatedAt: z.int().nonnegative(),
});

/** Body of `PUT`. */
export const putAssociationSchema = z.strictObject({ anonymousId: anonymousIdSchema });

/** The scope an access token needs. */
export const ASSOCIATION_SCOPE = 'association';
