import { z } from 'zod';
import type { StoredRecords } from './stored-records';
import { storedRecordsSchema } from './records-schema';
import { seal, unseal } from './sealed-bytes';

/** Version of the file format this app writes and reads. */
const VERSION = 1;

const base64 = z
  .string()
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
  .transform((text) => Buffer.from(text, 'base64'));

const envelopeSchema = z.strictObject({
  v: z.literal(VERSION),
  /** Grows with every write. */
  gen: z.int().positive(),
  /** What the key is wrapped with. */
  backend: z.enum(['keyring', 'key-file']),
  /** Keyrings file their key under the app's name. */
  appName: z.string().min(1).max(200),
  wrapped: base64,
  iv: base64,
  tag: base64,
  ct: base64,
});

const newerSchema = z.looseObject({ v: z.int().gt(VERSION) });

/** A secrets file whose outer form is right; what is inside is not known to be until `openEnvelope`. */
export type Envelope = z.infer<typeof envelopeSchema>;
export type Backend = Envelope['backend'];

/** A key and the way it is kept; what every envelope of one store is made with. */
export interface StoreKey {
  readonly key: Buffer;
  readonly wrapped: Buffer;
  readonly backend: Backend;
}

const labelOf = (gen: number, appName: string): string => `${VERSION}|${gen}|${appName}`;

/** The bytes of a secrets file. */
export const writeEnvelope = (
  records: StoredRecords,
  store: StoreKey,
  head: { readonly gen: number; readonly appName: string },
  randomBytes: (size: number) => Buffer,
): Buffer => {
  const plain = Buffer.from(JSON.stringify(records), 'utf8');
  const sealed = seal(store.key, labelOf(head.gen, head.appName), plain, randomBytes);
  const text = (bytes: Buffer): string => bytes.toString('base64');
  return Buffer.from(
    JSON.stringify({
      v: VERSION,
      gen: head.gen,
      backend: store.backend,
      appName: head.appName,
      wrapped: text(store.wrapped),
      iv: text(sealed.iv),
      tag: text(sealed.tag),
      ct: text(sealed.ct),
    }),
  );
};

const parseJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
};

/** The outer form of a secrets file; errors never carry a piece of it. */
export const parseEnvelope = (bytes: Buffer): Envelope | 'newer-version' | 'damaged' => {
  const value = parseJson(bytes);
  const envelope = envelopeSchema.safeParse(value);
  if (envelope.success) return envelope.data;
  return newerSchema.safeParse(value).success ? 'newer-version' : 'damaged';
};

/** The records, or null if the key does not fit, a bit was changed, or another app wrote them. */
export const openEnvelope = (
  envelope: Envelope,
  key: Buffer,
  appName: string,
): StoredRecords | null => {
  const plain = unseal(key, labelOf(envelope.gen, appName), envelope);
  if (!plain) return null;
  const records = storedRecordsSchema.safeParse(parseJson(plain));
  return records.success ? records.data : null;
};
