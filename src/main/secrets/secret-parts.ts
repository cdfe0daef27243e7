import { join } from 'node:path';
import type { Clock } from '../mimi-core/ports';
import type { KeyCipher } from './cipher';
import { createDurableFiles, WRITE_STEPS } from '../files/durable-file';
import type { FileSystem } from '../files/file-system';
import { createKeyFileCipher } from './key-file-cipher';
import { readStored } from './read-stored';
import type { SecretEvent } from './secret-events';
import { createSecretFiles } from './secret-files';

/** Every point at which a run may be stopped in a test, in the order of a first write. */
export const SECRET_STEPS = [
  'update/begin',
  'wrap/begin',
  'wrap/done',
  ...WRITE_STEPS.map((step) => `main/${step}` as const),
  ...WRITE_STEPS.map((step) => `copy/${step}` as const),
  'update/done',
] as const;
export type SecretStep = (typeof SECRET_STEPS)[number];

export interface SecretStoreDeps {
  /** Data folder of the app; made if it is not there. */
  readonly folder: string;
  /** Never changes after a release: keyrings file their key under it. */
  readonly appName: string;
  /** The system's keyring. */
  readonly cipher: KeyCipher;
  readonly clock: Clock;
  readonly fs: FileSystem;
  readonly randomBytes: (size: number) => Buffer;
  readonly journal: (event: SecretEvent) => void;
  /** Awaited at every step of a write. */
  readonly step?: (name: SecretStep) => Promise<void>;
}

/** Composes the files, ciphers and key of one store. */
export const composeParts = (deps: SecretStoreDeps) => {
  const { folder, appName, cipher, randomBytes, journal } = deps;
  const files = createDurableFiles(deps);
  const keyPath = join(folder, 'secrets-key.bin');
  const keyFile = createKeyFileCipher({ path: keyPath, files, randomBytes });
  const step = async (name: SecretStep): Promise<void> => deps.step?.(name);
  const paths = { main: join(folder, 'secrets.json'), copy: join(folder, 'secrets.json.bak') };
  const secretFiles = createSecretFiles({
    ...{ files, appName, randomBytes, journal, step },
    paths: { ...paths, key: keyPath },
  });
  const read = () =>
    readStored({
      files,
      appName,
      mainPath: paths.main,
      copyPath: paths.copy,
      ciphers: { keyring: cipher, 'key-file': keyFile },
    });
  return { files, keyFile, step, secretFiles, read };
};
