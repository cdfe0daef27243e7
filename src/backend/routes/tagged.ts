import { createHash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { userOnly } from '../authenticate';
import type { BackendEnv } from '../environment';
import { Refusal } from '../problem';
import type { UserRow } from '../storage/schema';
import { changeUser, type UserChange } from '../storage/users';
import { body, json, PROBLEMS } from './replies';

/** What the routes of a logged-in user share. */
export const FOR_USERS = { security: [{ userToken: [] }], middleware: userOnly };

/** The replies of a route that answers with a representation and its ETag. */
export const taggedReplies = <T extends z.ZodType>(schema: T, description: string) => ({
  200: {
    ...json(schema, description),
    headers: { ETag: { schema: { type: 'string' as const } } },
  },
  ...PROBLEMS,
});

/** The request of a change under an optional `If-Match`. */
export const changeRequest = <T extends z.ZodType>(schema: T) => ({
  headers: z.object({ 'if-match': z.string().max(1024).optional() }),
  body: body(schema),
});

/** Strong: the hash of the representation, so nothing has to be stored for it. */
export const etagOf = (representation: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(representation)).digest('base64url').slice(0, 22)}"`;

/** Answers with a representation and its ETag. */
export const replyTagged = <T extends object>(c: Context<BackendEnv>, representation: T) =>
  c.json(representation, 200, { etag: etagOf(representation) });

/**
 * Changes the user logged in and refreshes the copy. Refuses with 412 when `If-Match` names another representation
 * than the one that `read` gives of the current row (null: none).
 */
export const changeMe = async (
  c: Context<BackendEnv>,
  read: (current: UserRow) => unknown,
  change: UserChange,
): Promise<UserRow> => {
  const store = c.get('store');
  const tags = c.req
    .header('if-match')
    ?.split(',')
    .map((tag) => tag.trim());
  const changed = await changeUser(store, c.get('user').user_id, change, (row) => {
    if (tags === undefined) return;
    const current = read(row);
    const matches = current !== null && (tags.includes('*') || tags.includes(etagOf(current)));
    if (!matches) throw new Refusal('etag_mismatch');
  });
  await store.backup.refresh();
  return changed;
};
