import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** An expected digest of a file. */
export interface Expected {
  readonly algorithm: 'sha256' | 'sha512';
  readonly encoding: 'hex' | 'base64';
  readonly digest: string;
}

/** Reads the file and throws unless its digest is the expected one. */
export async function verifyFile(path: string, expected: Expected): Promise<void> {
  const hash = createHash(expected.algorithm);
  await pipeline(createReadStream(path), hash);
  const found = hash.digest(expected.encoding);
  if (found !== expected.digest) {
    throw new Error(
      `Refused: ${path} has ${expected.algorithm} ${found}, but ${expected.digest} was expected`,
    );
  }
}
