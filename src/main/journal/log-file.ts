import { join } from 'node:path';
import { isMissing, type FileSystem } from '../files/file-system';
import type { Journal, JournalEntry } from './journal';

/** Bytes after which the log moves to `companion.old.log`, replacing the one before. */
const MAX_LOG_BYTES = 1024 * 1024;
/** Lines held while the disk is slow; beyond them the oldest are dropped. */
const MAX_WAITING = 2_000;

export interface LogFile {
  /** Resolves when everything told so far is written, or could not be. */
  flush(): Promise<void>;
  /** Stops listening and flushes. */
  close(): Promise<void>;
}

interface LogFileDeps {
  readonly fs: FileSystem;
  /** Data folder; the log lies in `log/companion.log` below it. */
  readonly folder: string;
  readonly journal: Pick<Journal, 'subscribe'>;
}

const lineOf = ({ seq, at, ...event }: JournalEntry): string =>
  `${JSON.stringify({ seq, time: new Date(at).toISOString(), ...event })}\n`;

/** Writes the journal as JSON lines. A log that cannot be written disturbs nobody. */
export const createLogFile = ({ fs, folder, journal }: LogFileDeps): LogFile => {
  const path = join(folder, 'log', 'companion.log');
  const oldPath = join(folder, 'log', 'companion.old.log');
  let waiting: string[] = [];
  let writing: Promise<void> | null = null;

  /** Bytes in the log; null if something else lies there, which could block a write for ever. */
  const sizeNow = async (): Promise<number | null> => {
    try {
      const { kind, size } = await fs.look(path);
      return kind === 'file' ? size : null;
    } catch (error) {
      if (!isMissing(error)) throw error;
      await fs.makeFolder(join(folder, 'log'));
      return 0;
    }
  };

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const lines = waiting.join('');
      waiting = [];
      try {
        const size = await sizeNow();
        if (size === null) continue;
        if (size + Buffer.byteLength(lines) > MAX_LOG_BYTES && size > 0)
          await fs.rename(path, oldPath);
        await fs.append(path, lines);
      } catch {
        // These lines are lost; later ones are tried again.
      }
    }
  };

  const start = (): Promise<void> =>
    (writing ??= writeAll().finally(() => {
      writing = null;
    }));

  const stop = journal.subscribe((entry) => {
    waiting.push(lineOf(entry));
    if (waiting.length > MAX_WAITING) waiting.shift();
    void start();
  });

  const flush = (): Promise<void> => start();
  return {
    flush,
    close() {
      stop();
      return flush();
    },
  };
};
