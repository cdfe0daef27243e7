import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Names of the files in the service's folder. */
export const servicePaths = (folder: string) => ({
  main: join(folder, 'service.db'),
  backup: join(folder, 'service.backup.db'),
  /** Being written; becomes the backup or the main file by a rename. */
  fresh: join(folder, 'service.new.db'),
  corrupt: (time: number): string => join(folder, `service.corrupt-${String(time)}.db`),
});

export type ServicePaths = ReturnType<typeof servicePaths>;

/** The file operations whose order decides what a crash leaves. All are durable when they return. */
export interface ServiceFiles {
  makeFolder(folder: string): void;
  exists(path: string): boolean;
  copy(from: string, to: string): void;
  flush(path: string): void;
  /** Renames, replacing what was there. */
  move(from: string, to: string): void;
  remove(path: string): void;
  /** Gives the content a second name, or moves it there where that is impossible. */
  keepAs(path: string, keptPath: string): void;
}

const flush = (path: string): void => {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const flushFolderOf = (path: string): void => {
  // Windows knows no fsync of a folder.
  if (process.platform === 'win32') return;
  const handle = openSync(dirname(path), 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const move = (from: string, to: string): void => {
  renameSync(from, to);
  flushFolderOf(to);
};

export const nodeFiles: ServiceFiles = {
  makeFolder: (folder) => void mkdirSync(folder, { recursive: true, mode: 0o700 }),
  exists: existsSync,
  copy: copyFileSync,
  flush,
  move,
  remove: (path) => {
    rmSync(path, { force: true });
    flushFolderOf(path);
  },
  keepAs: (path, keptPath) => {
    try {
      if (!lstatSync(path).isFile()) throw new Error('only a file can have two names');
      linkSync(path, keptPath);
      flushFolderOf(keptPath);
    } catch {
      move(path, keptPath);
    }
  },
};
