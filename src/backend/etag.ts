import { createHash } from 'node:crypto';
import { Refusal } from './problem';

/** Strong ETag of a JSON representation: its hash, so nothing has to be stored for it. */
export const etagOf = (representation: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(representation)).digest('base64url').slice(0, 22)}"`;

/** Refuses with 412 when `If-Match` names another representation than the current one (null: none). */
export const assertIfMatch = (ifMatch: string | undefined, current: unknown): void => {
  if (ifMatch === undefined) return;
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  const matches = current !== null && (tags.includes('*') || tags.includes(etagOf(current)));
  if (!matches) throw new Refusal('etag_mismatch');
};
