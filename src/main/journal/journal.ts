import type { Clock } from '../mimi-core/ports';
import { journalEventSchema, type JournalEvent } from './journal-events';

/** An event with its place in the one sequence and its time, milliseconds since 1970. */
export type JournalEntry = JournalEvent & { readonly seq: number; readonly at: number };

/** How many entries are kept; older ones fall out. */
export const JOURNAL_CAPACITY = 100_000;

/** Some of the entries, oldest first. */
export interface JournalPage {
  readonly entries: readonly JournalEntry[];
  /** Number of the oldest entry kept; `next` when there is none. */
  readonly first: number;
  /** Number the next entry will have. */
  readonly next: number;
}

/** What happened since the start, told in names from fixed lists and numbers. */
export interface Journal {
  /** Takes an event; one that does not fit its schema leaves only `journal/refused`. Never throws. */
  readonly append: (event: JournalEvent) => void;
  /** The entries kept, oldest first. */
  events(): readonly JournalEntry[];
  /** Up to `limit` entries from number `from` on, or from the oldest kept; reads no more of the ring than that. */
  page(from: number, limit: number): JournalPage;
  /** Calls `listener` with every later entry; returns its removal. */
  subscribe(listener: (entry: JournalEntry) => void): () => void;
}

interface JournalDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly capacity?: number;
}

/** Entries packed at a time. */
const BLOCK = 256;

interface Block {
  readonly count: number;
  readonly json: Buffer;
}

const entriesOf = ({ json }: Block): JournalEntry[] =>
  JSON.parse(json.toString()) as JournalEntry[];

/** The last `capacity` entries; older ones are packed outside the heap, where a day's entries weigh little. */
const createRing = (capacity: number) => {
  let blocks: Block[] = [];
  let recent: JournalEntry[] = [];
  let packed = 0;

  const pack = (): void => {
    blocks.push({ count: recent.length, json: Buffer.from(JSON.stringify(recent)) });
    packed += recent.length;
    recent = [];
    const [oldest] = blocks;
    if (!oldest || packed - oldest.count < capacity) return;
    blocks = blocks.slice(1);
    packed -= oldest.count;
  };

  return {
    add(entry: JournalEntry): void {
      recent.push(entry);
      if (recent.length === BLOCK) pack();
    },
    all: (): readonly JournalEntry[] => {
      const older = blocks.flatMap(entriesOf);
      return [...older, ...recent].slice(-capacity);
    },
    /** How many are kept; with whole blocks there may be more for a while. */
    count: (): number => Math.min(capacity, packed + recent.length),
    /** `limit` of them, `back` before the end on; their numbers have no gap. */
    slice: (back: number, limit: number): readonly JournalEntry[] => {
      const start = packed + recent.length - back;
      const firstBlock = Math.floor(start / BLOCK);
      const touched = blocks.slice(firstBlock, Math.ceil((start + limit) / BLOCK));
      const reached = firstBlock + touched.length >= blocks.length;
      const entries = [...touched.flatMap(entriesOf), ...(reached ? recent : [])];
      const skipped = start - Math.min(firstBlock, blocks.length) * BLOCK;
      return entries.slice(skipped, skipped + limit);
    },
  };
};

/** Grows as it is used. */
export const createJournal = ({ clock, capacity = JOURNAL_CAPACITY }: JournalDeps): Journal => {
  const ring = createRing(capacity);
  const listeners = new Set<(entry: JournalEntry) => void>();
  let seq = 0;

  return {
    append(event) {
      // Types do not hold at run time: a string put together wrongly must not get in.
      const parsed = journalEventSchema.safeParse(event);
      const safe: JournalEvent = parsed.success ? parsed.data : { type: 'journal/refused' };
      const entry: JournalEntry = { ...safe, seq, at: clock.now() };
      ring.add(entry);
      seq += 1;
      for (const listener of listeners) {
        try {
          listener(entry);
        } catch {
          // A listener's fault is not the teller's.
        }
      }
    },
    events: ring.all,
    page(from, limit) {
      const first = seq - ring.count();
      const start = Math.min(Math.max(from, first), seq);
      return { entries: ring.slice(seq - start, limit), first, next: seq };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
