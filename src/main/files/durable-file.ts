import { basename, dirname, extname, join } from 'node:path';
import type { Clock } from '../mimi-core/ports';
import { fileErrorOf, isMissing, type FileError, type FileSystem } from './file-system';

/** What `DurableFiles.write` does after each of its calls to the disk, in order. */
export const WRITE_STEPS = [
  'begin',
  'created',
  'written',
  'synced',
  'closed',
  'verified',
  'renamed',
  'folder-synced',
] as const;
export type WriteStep = (typeof WRITE_STEPS)[number];

/** A write that did not happen; `cause` names why. The old content is still there. */
export class FileWriteError extends Error {
  override readonly name = 'FileWriteError';
  constructor(
    readonly reason: FileError,
    /** True when the new content is in place but may not last through a power loss. */
    readonly replaced: boolean,
  ) {
    super(reason);
  }
}

/** What lies at a path. `damaged`: something is there, but not a regular file that can be read. */
export type FileContent =
  | { readonly status: 'missing' }
  | { readonly status: 'damaged' }
  | { readonly status: 'read'; readonly bytes: Buffer };

type AsideLabel = 'unreadable' | 'corrupt';

export interface DurableFiles {
  /**
   * Replaces a file as a whole: after it resolves the new content survives a power loss; if it throws
   * (`FileWriteError`) the old content stands. Mode 0600, folder 0700.
   */
  write(path: string, bytes: Uint8Array, step?: (name: WriteStep) => Promise<void>): Promise<void>;
  /** Reads a regular file of at most `maxBytes`. Never throws and never waits for a pipe. */
  read(path: string, maxBytes: number): Promise<FileContent>;
  /** Moves whatever lies at `path` to `<name>.<label>-<time>` beside it; keeps the newest `keep` of those. */
  setAside(path: string, label: AsideLabel, keep?: number): Promise<void>;
  /** Deletes what was set aside of `path`. Only for what can be had again. */
  removeSetAside(path: string, label: AsideLabel): Promise<void>;
  /** Deletes what lies at `path`, if anything does. */
  remove(path: string): Promise<void>;
  /** Deletes temporary files that an earlier run left beside `path`. Never throws. */
  removeOrphans(path: string): Promise<void>;
}

interface DurableFilesDeps {
  readonly fs: FileSystem;
  readonly clock: Clock;
  readonly randomBytes: (size: number) => Buffer;
}

const RENAME_TRIES = 10;
const NO_STEP = (): Promise<void> => Promise.resolve();

const temporaryOf = (path: string, random: Buffer): string =>
  `${path}.tmp-${random.toString('hex')}`;

/** `/x/secrets.json` -> `secrets`, so that what is set aside is not taken for the file itself. */
const stemOf = (path: string): string => basename(path).replace(extname(path), '');

const writeTemporary = async (
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  step: (name: WriteStep) => Promise<void>,
): Promise<void> => {
  const file = await fs.create(path);
  try {
    await step('created');
    for (let offset = 0; offset < bytes.length;) {
      const taken = await file.write(bytes, offset);
      // A full disk can take nothing without an error.
      if (taken <= 0) throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
      offset += taken;
    }
    await step('written');
    await file.sync();
    await step('synced');
  } finally {
    await file.close();
  }
  await step('closed');
  if (!(await fs.read(path)).equals(bytes)) throw new Error('read back differs');
  await step('verified');
};

/** The one way files that matter get written. Reasons: fsync, size check and folder sync each mend a real loss. */
export const createDurableFiles = (deps: DurableFilesDeps): DurableFiles => {
  const { fs, clock, randomBytes } = deps;

  /** Virus scanners on Windows hold a new file open for a moment; up to about 3 s of trying again. */
  const renamePatiently = async (from: string, to: string): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await fs.rename(from, to);
        return;
      } catch (error) {
        const held = ['EPERM', 'EBUSY'].includes(fileErrorOf(error));
        if (!held || attempt === RENAME_TRIES) throw error;
        await new Promise<void>((resolve) =>
          clock.after(Math.min(1000, 5 * 2 ** attempt), resolve),
        );
      }
    }
  };

  const write: DurableFiles['write'] = async (path, bytes, step = NO_STEP) => {
    const temporary = temporaryOf(path, randomBytes(8));
    let replaced = false;
    try {
      await step('begin');
      await fs.makeFolder(dirname(path));
      await writeTemporary(fs, temporary, bytes, step);
      await renamePatiently(temporary, path);
      replaced = true;
      await step('renamed');
      await fs.syncFolder(dirname(path));
      await step('folder-synced');
    } catch (error) {
      if (!replaced) await fs.unlink(temporary).catch(() => undefined);
      throw new FileWriteError(fileErrorOf(error), replaced);
    }
  };

  const read: DurableFiles['read'] = async (path, maxBytes) => {
    try {
      const facts = await fs.look(path);
      try {
        const target = facts.kind === 'link' ? await fs.follow(path) : facts;
        if (target.kind !== 'file' || target.size > maxBytes) return { status: 'damaged' };
        return { status: 'read', bytes: await fs.read(path) };
      } catch {
        return { status: 'damaged' };
      }
    } catch (error) {
      return { status: isMissing(error) ? 'missing' : 'damaged' };
    }
  };

  /** Oldest first: the time in the name sorts as text. */
  const asideOf = async (path: string, label: string): Promise<string[]> =>
    (await fs.list(dirname(path)))
      .filter((name) => name.startsWith(`${stemOf(path)}.${label}-`))
      .sort()
      .map((name) => join(dirname(path), name));

  const setAside: DurableFiles['setAside'] = async (path, label, keep) => {
    try {
      const time = new Date(clock.now()).toISOString().replaceAll(/[:.]/g, '-');
      // Two in one millisecond must not replace each other.
      const name = `${stemOf(path)}.${label}-${time}-${randomBytes(2).toString('hex')}`;
      const target = join(dirname(path), name);
      await renamePatiently(path, target);
      if ((await fs.look(target)).kind === 'file') {
        await fs.makePrivate(target).catch(() => undefined);
      }
      await fs.syncFolder(dirname(path));
      if (keep === undefined) return;
      // Never this one, whatever the clock said when the others were set aside.
      const others = (await asideOf(path, label)).filter((each) => each !== target);
      for (const old of others.slice(0, Math.max(0, others.length + 1 - keep))) {
        await fs.unlink(old).catch(() => undefined);
      }
    } catch (error) {
      throw new FileWriteError(fileErrorOf(error), false);
    }
  };

  const remove: DurableFiles['remove'] = async (path) => {
    try {
      await fs.unlink(path);
      await fs.syncFolder(dirname(path));
    } catch (error) {
      if (!isMissing(error)) throw new FileWriteError(fileErrorOf(error), false);
    }
  };

  const removeSetAside: DurableFiles['removeSetAside'] = async (path, label) => {
    const names = await asideOf(path, label).catch(() => []);
    for (const name of names) await remove(name);
  };

  const removeOrphans: DurableFiles['removeOrphans'] = async (path) => {
    const names = await fs.list(dirname(path)).catch(() => []);
    const prefix = `${basename(path)}.tmp-`;
    for (const name of names.filter((each) => each.startsWith(prefix))) {
      await fs.unlink(join(dirname(path), name)).catch(() => undefined);
    }
  };

  return { write, read, setAside, removeSetAside, remove, removeOrphans };
};
