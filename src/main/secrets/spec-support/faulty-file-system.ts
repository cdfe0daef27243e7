import type { FileSystem, WritableFile } from '../../files/file-system';

/** Ways a call to the disk can go wrong; `kill`: this call and every later one never happen. */
export const FAULTS = [
  'ENOSPC',
  'EIO',
  'EACCES',
  'EROFS',
  'short-write',
  'no-write',
  'kill',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultyFileSystem extends FileSystem {
  /** Calls made so far. */
  calls(): number;
  /** Names of the calls made so far, in order. */
  log(): readonly string[];
  /** Makes the n-th call from now (1 = next), or every call whose name and path match, go wrong. */
  failAt(n: number, fault: Fault): void;
  failWhen(matches: (call: string, path: string) => boolean, fault: Fault): void;
  /** No more faults; a killed process comes back as a new one. */
  heal(): void;
  fired(): boolean;
}

const errno = (code: string): Error => Object.assign(new Error(code), { code });

/** A disk that fails on command, over a real one. */
export const createFaultyFileSystem = (real: FileSystem): FaultyFileSystem => {
  let log: string[] = [];
  let at = { n: 0, fault: 'EIO' as Fault };
  let when: { matches: (call: string, path: string) => boolean; fault: Fault } | null = null;
  let isKilled = false;
  let hasFired = false;

  /** Throws, or says how this write is to be cut. */
  const enter = (name: string, path: string): Fault | null => {
    if (isKilled) throw errno('KILLED');
    log.push(name);
    const counted = at.n > 0 && (at.n -= 1) === 0;
    const fault = counted ? at.fault : when?.matches(name, path) ? when.fault : null;
    if (!fault) return null;
    hasFired = true;
    if (fault === 'kill') isKilled = true;
    if (name === 'write' && (fault === 'short-write' || fault === 'no-write')) return fault;
    throw errno(fault === 'kill' ? 'KILLED' : fault.startsWith('E') ? fault : 'EIO');
  };

  const guard =
    <A extends [string, ...unknown[]], R>(name: string, call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      enter(name, args[0]);
      return call(...args);
    };

  const guardFile = (file: WritableFile, path: string): WritableFile => ({
    write: async (bytes, offset) => {
      const cut = enter('write', path);
      if (cut === 'no-write') return 0;
      if (cut === 'short-write') {
        return file.write(
          bytes.subarray(0, offset + Math.ceil((bytes.length - offset) / 2)),
          offset,
        );
      }
      return file.write(bytes, offset);
    },
    sync: async () => (enter('sync', path), file.sync()),
    close: async () => {
      // The handle is closed whatever is said: a dead process holds none either.
      await file.close();
      enter('close', path);
    },
  });

  return {
    create: async (path) => (enter('create', path), guardFile(await real.create(path), path)),
    read: guard('read', real.read),
    append: guard('append', real.append),
    look: guard('look', real.look),
    follow: guard('follow', real.follow),
    rename: guard('rename', real.rename),
    unlink: guard('unlink', real.unlink),
    list: guard('list', real.list),
    makeFolder: guard('makeFolder', real.makeFolder),
    makePrivate: guard('makePrivate', real.makePrivate),
    syncFolder: guard('syncFolder', real.syncFolder),
    calls: () => log.length,
    log: () => log,
    failAt: (n, fault) => {
      at = { n, fault };
      hasFired = false;
    },
    failWhen: (matches, fault) => void (when = { matches, fault }),
    heal: () => {
      [at, when, isKilled, log] = [{ n: 0, fault: 'EIO' }, null, false, []];
    },
    fired: () => hasFired,
  };
};
