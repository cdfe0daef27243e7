import { open, readFile, type FileHandle } from 'node:fs/promises';
import { isRoot } from '../../scripts/project';

/** A place where a needle was found. The needle's text is never part of it. */
export interface MemoryHit {
  readonly pid: number;
  /** Position in the list of needles. */
  readonly needle: number;
  readonly encoding: 'utf8' | 'utf16le';
}

interface Region {
  readonly start: number;
  readonly end: number;
}

interface Pattern extends Omit<MemoryHit, 'pid'> {
  readonly bytes: Buffer;
}

const chunkSize = 4 * 1024 * 1024;

/** Reading another process's memory needs root; without it the check is skipped and said to be. */
export const canScanMemory = isRoot && process.platform === 'linux';

/**
 * Looks for each needle, as UTF-8 and UTF-16, in all memory the processes can write. One hit is given
 * per process, needle and encoding. A process that ends meanwhile counts as having no (more) hits.
 */
export async function scanMemory(
  pids: readonly number[],
  needles: readonly string[],
): Promise<MemoryHit[]> {
  const patterns = (['utf8', 'utf16le'] as const).flatMap((encoding) =>
    needles.map((text, needle) => ({ needle, encoding, bytes: Buffer.from(text, encoding) })),
  );
  if (patterns.some(({ bytes }) => bytes.length < 4)) throw new Error('A needle is too short');
  const hits: MemoryHit[] = [];
  for (const pid of pids) hits.push(...(await scanProcess(pid, patterns)));
  return hits;
}

async function scanProcess(pid: number, patterns: readonly Pattern[]): Promise<MemoryHit[]> {
  const map = await readFile(`/proc/${pid}/smaps`, 'utf8').catch(() => '');
  const memory = await open(`/proc/${pid}/mem`).catch(() => undefined);
  if (memory === undefined) {
    if (map !== '') throw new Error(`The memory of process ${pid} cannot be read`);
    return [];
  }
  const found = new Set<Pattern>();
  try {
    for (const region of writableRegions(map)) await scanRegion(memory, region, patterns, found);
  } finally {
    await memory.close();
  }
  return [...found].map(({ needle, encoding }) => ({ pid, needle, encoding }));
}

/** The regions of an smaps listing that the process can write and that hold any page. */
export function writableRegions(smaps: string): Region[] {
  return smaps
    .split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
    .filter((entry) => /^\S+ rw/.test(entry) && /^(?:Rss|Swap): +[1-9]/m.test(entry))
    .map((entry) => {
      const [start = '0', end = '0'] = entry.slice(0, entry.indexOf(' ')).split('-');
      return { start: parseInt(start, 16), end: parseInt(end, 16) };
    });
}

async function scanRegion(
  memory: FileHandle,
  { start, end }: Region,
  patterns: readonly Pattern[],
  found: Set<Pattern>,
): Promise<void> {
  // Chunks overlap, so that a needle across a border is seen.
  const overlap = Math.max(...patterns.map(({ bytes }) => bytes.length)) - 1;
  const buffer = Buffer.alloc(chunkSize + overlap);
  for (let at = start; at < end; at += chunkSize) {
    const length = Math.min(buffer.length, end - at);
    const { bytesRead } = await memory.read(buffer, 0, length, at).catch(() => ({ bytesRead: 0 })); // unmapped meanwhile, or a device's memory
    const bytes = buffer.subarray(0, bytesRead);
    for (const pattern of patterns) {
      if (!found.has(pattern) && bytes.includes(pattern.bytes)) found.add(pattern);
    }
  }
}
