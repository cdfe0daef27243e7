import { lstatSync, readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import * as fs from 'node:fs/promises';

/** What a path turned out to be; links are not followed. */
export interface FileFacts {
  readonly kind: 'file' | 'link' | 'other';
  /** Bytes. */
  readonly size: number;
}

/** A file opened for writing. */
export interface WritableFile {
  /** Writes from `offset` and returns how many bytes were taken, which may be fewer than given. */
  write(bytes: Uint8Array, offset: number): Promise<number>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The part of the disk the app's own files need, so that tests can make every call of it fail. */
export interface FileSystem {
  /** Creates a file that must not exist yet, readable by its owner only (0600). */
  create(path: string): Promise<WritableFile>;
  read(path: string): Promise<Buffer>;
  /** Adds text to a file, creating it with mode 0600. */
  append(path: string, text: string): Promise<void>;
  /** Facts about what lies at `path`, without following a link. */
  look(path: string): Promise<FileFacts>;
  /** As `look`, following links. */
  follow(path: string): Promise<FileFacts>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  list(folder: string): Promise<readonly string[]>;
  /** Creates the folder (0700) and those above it; closes an existing one to other users. */
  makeFolder(folder: string): Promise<void>;
  /** Closes a file to everybody but its owner (0600). */
  makePrivate(path: string): Promise<void>;
  /** Makes renames in the folder last through a power loss; nothing to do on Windows. */
  syncFolder(folder: string): Promise<void>;
}

const factsOf = (stats: Stats): FileFacts => ({
  kind: stats.isFile() ? 'file' : stats.isSymbolicLink() ? 'link' : 'other',
  size: stats.size,
});

/** Bytes up to which a file is read while main waits; the app's own are mostly far smaller. */
const READ_AT_ONCE = 256 * 1024;

const readFile = (path: string): Promise<Buffer> | Buffer => {
  const facts = statSync(path);
  return facts.isFile() && facts.size <= READ_AT_ONCE ? readFileSync(path) : fs.readFile(path);
};

const createFile = async (path: string): Promise<WritableFile> => {
  const handle = await fs.open(path, 'wx', 0o600);
  return {
    write: async (bytes, offset) => (await handle.write(bytes, offset)).bytesWritten,
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
};

const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * The real disk. What takes the disk no time is done at once: at a start, when main is busy, being called back for each of
 * the dozen steps of reading three small files took 20 ms.
 */
export const nodeFileSystem: FileSystem = {
  create: createFile,
  read: async (path) => readFile(path),
  append: (path, text) => fs.appendFile(path, text, { mode: 0o600 }),
  look: async (path) => factsOf(lstatSync(path)),
  follow: async (path) => factsOf(statSync(path)),
  rename: (from, to) => fs.rename(from, to),
  unlink: (path) => fs.unlink(path),
  list: async (folder) => readdirSync(folder),
  makeFolder: async (folder) => {
    await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    await fs.chmod(folder, 0o700);
  },
  makePrivate: (path) => fs.chmod(path, 0o600),
  syncFolder,
};

/** Causes a journal may name; anything else is `other`. */
export const FILE_ERRORS = [
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EACCES',
  'EPERM',
  'EROFS',
  'EBUSY',
] as const;
export type FileError = (typeof FILE_ERRORS)[number] | 'other';

const codeOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;

/** The cause of a failed file operation as a name from a fixed list; never its message, which holds paths. */
export const fileErrorOf = (thrown: unknown): FileError =>
  FILE_ERRORS.find((name) => name === codeOf(thrown)) ?? 'other';

/** True when the failure only says that nothing lies at the path. */
export const isMissing = (thrown: unknown): boolean => codeOf(thrown) === 'ENOENT';
