import {
  closeSync,
  copyFileSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Paths of the files in the service's folder. */
export const servicePaths = (folder: string) => ({
  main: join(folder, 'service.db'),
  backup: join(folder, 'service.backup.db'),
  /** Being written; becomes the backup or the main file by a rename. */
  fresh: join(folder, 'service.new.db'),
  /** What was set aside at a time in milliseconds; its log and copy lie beside it. */
  corrupt: (time: number): string => join(folder, `service.corrupt-${String(time)}.db`),
});

export type ServicePaths = ReturnType<typeof servicePaths>;

/** The file operations whose order decides what a crash leaves. All are durable when they return. */
export interface ServiceFiles {
  copy(from: string, to: string): void;
  flush(path: string): void;
  /** Renames, replacing what was there. */
  move(from: string, to: string): void;
  /** Removes what is there, if anything. */
  remove(path: string): void;
}

/** Whether nothing lies at the path, not even a dangling link. */
export const isAbsent = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false }) === undefined;

const flush = (path: string, mode: 'r' | 'r+'): void => {
  const handle = openSync(path, mode);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const flushFolderOf = (path: string): void => {
  // Windows knows no fsync of a folder.
  if (process.platform !== 'win32') flush(dirname(path), 'r');
};

/** How many times' worth of damaged files is kept: each may be as large as all data. */
const KEPT_ASIDE = 3;

/** Removes what was set aside before the last three times. What cannot be removed stays. */
export const pruneAside = (folder: string, files: ServiceFiles): void => {
  const aside = readdirSync(folder).flatMap((name) => {
    const time = /^service\.corrupt-(\d+)\.db(?:-wal|\.copy)?$/.exec(name)?.[1];
    return time === undefined ? [] : [{ name, time: Number(time) }];
  });
  const times = [...new Set(aside.map(({ time }) => time))].sort((a, b) => b - a);
  const old = times.slice(KEPT_ASIDE);
  for (const { name } of aside.filter(({ time }) => old.includes(time))) {
    try {
      files.remove(join(folder, name));
    } catch {
      // In the way of nobody.
    }
  }
};

/** The disk. */
export const nodeFiles: ServiceFiles = {
  copy: (from, to) => {
    copyFileSync(from, to);
    flush(to, 'r+');
  },
  flush: (path) => flush(path, 'r+'),
  move: (from, to) => {
    renameSync(from, to);
    flushFolderOf(to);
  },
  remove: (path) => {
    if (isAbsent(path)) return;
    rmSync(path);
    flushFolderOf(path);
  },
};
