import type { Clock } from '../mimi-core/ports';
import { journalEventSchema, type JournalEvent } from './journal-events';

/** An event with its place in the one sequence and its time, milliseconds since 1970. */
export type JournalEntry = JournalEvent & { readonly seq: number; readonly at: number };

/** How many entries are kept; older ones fall out. */
export const JOURNAL_CAPACITY = 100_000;

/** What happened since the start, told in names from fixed lists and numbers. */
export interface Journal {
  /** Takes an event; one that does not fit its schema leaves only `journal/refused`. Never throws. */
  readonly append: (event: JournalEvent) => void;
  /** The entries kept, oldest first. */
  events(): readonly JournalEntry[];
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
      const older = blocks.flatMap(({ json }) => JSON.parse(json.toString()) as JournalEntry[]);
      return [...older, ...recent].slice(-capacity);
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
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
