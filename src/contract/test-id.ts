import { z } from 'zod';

/** Id of a hearing test: a lower-case UUID made by the client. Not a secret. */
export const testIdSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
