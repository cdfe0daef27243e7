import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AnonymousId } from '../../../contract/anonymous-id';
import type { Clock } from '../../mimi-core/ports';
import {
  EMPTY_RECORDS,
  type CurrentUser,
  type KeptUser,
  type SessionRecords,
} from '../../mimi-core/records';
import { CipherError, type KeyCipher } from '../cipher';
import { nodeFileSystem, type FileSystem } from '../../files/file-system';
import type { SecretEvent } from '../secret-events';
import type { SecretStoreDeps } from '../secret-parts';
import { createSecretStore } from '../secret-store';

/** A keyring of the test's own: its state is changed by hand. */
export interface FakeKeyring extends KeyCipher {
  state: 'open' | 'locked' | 'none' | 'key-lost' | 'temporary';
  asksForRewrap: boolean;
  touched: number;
}

/** Wraps with AES-CBC, like the real ones: no integrity of its own. */
export const createFakeKeyring = (): FakeKeyring => {
  const secret = randomBytes(32);
  const iv = Buffer.alloc(16, 1);
  const keyring: FakeKeyring = {
    state: 'open',
    asksForRewrap: false,
    touched: 0,
    availability: async () => {
      keyring.touched += 1;
      return keyring.state === 'locked' || keyring.state === 'none' ? 'unavailable' : 'available';
    },
    wrap: async (key) => {
      if (keyring.state !== 'open' && keyring.state !== 'key-lost') throw new CipherError('locked');
      const cipher = createCipheriv('aes-256-cbc', secret, iv);
      return Buffer.concat([cipher.update(key), cipher.final()]);
    },
    unwrap: async (wrapped) => {
      keyring.touched += 1;
      if (keyring.state === 'key-lost') throw new CipherError('cannot-decrypt');
      if (keyring.state !== 'open') throw new CipherError('locked');
      try {
        const cipher = createDecipheriv('aes-256-cbc', secret, iv);
        const key = Buffer.concat([cipher.update(wrapped), cipher.final()]);
        if (key.length !== 32) throw new CipherError('cannot-decrypt');
        return { key, rewrap: keyring.asksForRewrap };
      } catch {
        throw new CipherError('cannot-decrypt');
      }
    },
  };
  return keyring;
};

/** A clock that stands still and runs what is to be waited for at once. */
export const stillClock: Clock = {
  now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
  monotonic: () => 0,
  after: (_ms, callback) => {
    const timer = setImmediate(callback);
    return () => clearImmediate(timer);
  },
};

/** A folder that is gone after the test that asks for it. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'companion-spec-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A user with an id of its own, kept but not current. */
export const someKeptUser = (yearOfBirth: number | null = 1970): KeptUser => ({
  service: 'embedded',
  userId: `user-${randomBytes(3).toString('hex')}`,
  anonymousId: randomUUID() as AnonymousId,
  createdAt: 1,
  yearOfBirth,
});

/** A user with an id and tokens of its own. */
export const someUser = (yearOfBirth: number | null = 1970): CurrentUser => ({
  ...someKeptUser(yearOfBirth),
  tokens: { accessToken: 'access-secret', refreshToken: 'refresh-secret', accessExpiresAt: 9 },
  signedOut: null,
});

export const recordsOf = (current: CurrentUser): SessionRecords => ({ ...EMPTY_RECORDS, current });

/** A folder, a keyring and as many runs of a store on them as a test wants. */
export const setUpStore = (fs: FileSystem = nodeFileSystem) => {
  const folder = join(newFolder(), 'data');
  const keyring = createFakeKeyring();
  const events: SecretEvent[] = [];
  const run = (over: Partial<SecretStoreDeps> = {}) =>
    createSecretStore({
      folder,
      appName: 'Companion Spec',
      cipher: keyring,
      clock: stillClock,
      fs,
      randomBytes,
      journal: (event) => void events.push(event),
      ...over,
    });
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    keyring,
    events,
    run,
    main: path('secrets.json'),
    copy: path('secrets.json.bak'),
    keyFile: path('secrets-key.bin'),
    names: () => (existsSync(folder) ? readdirSync(folder).sort() : []),
  };
};

/** Every way an id could lie on disk as plain text. */
const formsOf = (id: string): Buffer[] => {
  const bare = id.replaceAll('-', '');
  const plain = [id, bare, id.toUpperCase(), encodeURIComponent(id)];
  return [
    ...plain.map((text) => Buffer.from(text)),
    ...plain.map((text) => Buffer.from(text, 'utf16le')),
    ...[0, 1, 2].map((shift) =>
      // Base64 of an id inside other text, at each of its three alignments.
      Buffer.from(
        Buffer.from('x'.repeat(shift) + id)
          .toString('base64')
          .slice(4, 40),
      ),
    ),
    Buffer.from(Buffer.from(id).toString('hex')),
    Buffer.from(bare, 'hex'),
  ];
};

/** Names of the files in `folder` that hold `id` in any of these forms. */
export const filesHolding = (folder: string, id: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => lstatSync(join(folder, name)).isFile())
    .filter((name) => {
      const bytes = readFileSync(join(folder, name));
      return formsOf(id).some((form) => bytes.includes(form));
    });
