import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimelinePage, TimelineRow } from '../../../contract/ipc/lab/timeline';
import { createTimelineLog, EVERYTHING, type TimelineSource } from './timeline-log';

const TYPES = ['session/request', 'session/published', 'app/quit'] as const;
const OUTCOMES = ['ok', 'failed', 'note'] as const;
const rowAt = (seq: number): TimelineRow => ({
  seq,
  at: seq,
  type: TYPES[seq % 3]!,
  outcome: OUTCOMES[seq % 3]!,
  what: `GET /v1/me → ${seq}`,
  ms: null,
});

/** Main in small: a ring of `capacity` events, pages of `limit`, and events told when asked to. */
const createMain = (capacity: number, limit: number) => {
  let next = 0;
  let told = 0;
  let listener: ((page: TimelinePage) => void) | null = null;
  const pageOf = (from: number): TimelinePage => {
    const first = Math.max(0, next - capacity);
    const start = Math.max(from, first);
    const length = Math.max(0, Math.min(limit, next - start));
    const rows = Array.from({ length }, (_, index) => rowAt(start + index));
    return { rows, first, next };
  };
  const source: TimelineSource = {
    page: async ({ from }) => ({ ok: true, value: pageOf(from) }),
    appended: (given) => {
      listener = given;
      return () => (listener = null);
    },
  };
  return {
    source,
    next: () => next,
    append: (count: number) => void (next += count),
    tell: () => {
      listener?.(pageOf(Math.max(told, next - limit)));
      told = next;
    },
    isHeard: () => listener !== null,
  };
};

const settle = () => new Promise((resolve) => setImmediate(resolve));
const seqs = (rows: readonly TimelineRow[]): number[] => rows.map(({ seq }) => seq);

describe('the log of the window', () => {
  it('holds every event once and in order, however they come', async () => {
    const step = fc.oneof(
      fc.nat(40).map((count) => ({ type: 'append' as const, count })),
      fc.constantFrom({ type: 'tell' as const }, { type: 'settle' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.array(step, { maxLength: 20 }), async (before, steps) => {
        const main = createMain(100_000, 16);
        main.append(before);
        const log = createTimelineLog(main.source);
        log.connect();
        for (const one of steps) {
          if (one.type === 'append') main.append(one.count);
          else if (one.type === 'tell') main.tell();
          else await settle();
        }
        main.append(1);
        main.tell();
        await settle();
        expect(seqs(log.shown())).toEqual(Array.from({ length: main.next() }, (_, seq) => seq));
        expect(log.count()).toBe(main.next());
      }),
      { seed: 20_261_122, numRuns: 200 },
    );
  });

  it('begins at the oldest event kept and lets go of the oldest it holds', async () => {
    const main = createMain(20, 16);
    main.append(50);
    const log = createTimelineLog(main.source, 20);
    log.connect();
    await settle();
    expect(seqs(log.shown())).toEqual(Array.from({ length: 20 }, (_, n) => 30 + n));
    for (let n = 0; n < 5_000; n += 1) {
      main.append(1);
      main.tell();
    }
    expect(log.count()).toBe(5_020);
    main.append(1);
    main.tell();
    expect([log.count(), log.shown()[0]!.seq]).toEqual([20, 5_031]);
  });

  it.each([
    [{ text: 'REQUEST  v1' }, [0, 3]],
    [{ text: '(' }, []],
    [{ outcome: 'failed' as const }, [1, 4]],
    [{ area: 'app' }, [2]],
    [{ area: 'session', text: '4' }, [4]],
  ])('shows what matches %j, of old events and new', async (wanted, expected) => {
    const main = createMain(100, 16);
    main.append(3);
    const log = createTimelineLog(main.source);
    log.connect();
    await settle();
    log.setFilter({ ...EVERYTHING, ...wanted });
    main.append(2);
    main.tell();
    expect(seqs(log.shown())).toEqual(expected);
    log.setFilter(EVERYTHING);
    expect(log.shown()).toHaveLength(5);
  });

  it('tells of every change, until it is ended', async () => {
    const main = createMain(100, 16);
    const log = createTimelineLog(main.source);
    let changes = 0;
    const stop = log.subscribe(() => (changes += 1));
    const end = log.connect();
    await settle();
    const [version, before] = [log.version(), changes];
    main.append(1);
    main.tell();
    expect(changes).toBe(before + 1);
    expect(log.version()).toBeGreaterThan(version);
    stop();
    end();
    expect(main.isHeard()).toBe(false);
  });
});
