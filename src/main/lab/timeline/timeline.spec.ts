import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labTimeline, type TimelinePage } from '../../../contract/ipc/lab/timeline';
import { TIMELINE_PAGE } from '../../../contract/lab-words';
import { createJournal } from '../../journal/journal';
import { journalEventSchema, type JournalEvent } from '../../journal/journal-events';
import { createFakeClock } from '../../mimi-core/spec-support/fake-clock';
import { newFolder, stillClock } from '../../secrets/spec-support/store-bench';
import type { LabDeps } from '../create-lab';
import { createTimeline } from './timeline';
import { createTimelineHandlers } from './timeline-handlers';
import { rowOf } from './timeline-row';

const request = (outcome: string, attempt = 1): JournalEvent => ({
  type: 'session/request',
  method: 'GET',
  path: '/v1/me',
  outcome,
  ms: 1.5,
  attempt,
});
const quit: JournalEvent = { type: 'app/quit' };

const setUp = (capacity = 100_000) => {
  const clock = createFakeClock();
  const journal = createJournal({ clock: stillClock, capacity });
  const told: TimelinePage[] = [];
  const timeline = createTimeline({ journal, clock, appended: (page) => void told.push(page) });
  const append = (count: number): void => {
    for (let n = 0; n < count; n += 1) journal.append(quit);
  };
  return { clock, journal, told, timeline, append };
};

const seqsOf = ({ rows }: TimelinePage): number[] => rows.map(({ seq }) => seq);
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

describe('the pages of the timeline', () => {
  it('are what a plain list of the same events would give', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6_000 }),
        fc.constantFrom(1, 7, 256, 300, 1_000, 5_000),
        fc.array(fc.nat(7_000), { maxLength: 8 }),
        (count, capacity, froms) => {
          const { journal, timeline, append } = setUp(capacity);
          append(count);
          const first = Math.max(0, count - capacity);
          expect(journal.events().map(({ seq }) => seq)).toEqual(range(first, count));
          for (const from of [...froms, first, count - 1]) {
            const start = Math.min(Math.max(from, first), count);
            const page = timeline.page(from);
            expect([page.first, page.next]).toEqual([first, count]);
            expect(seqsOf(page)).toEqual(range(start, Math.min(count, start + TIMELINE_PAGE)));
          }
        },
      ),
      { seed: 20_261_122, numRuns: 60 },
    );
  });

  it('pass the contract', () => {
    const { journal, timeline, append } = setUp();
    journal.append(request('200'));
    append(3);
    const page = timeline.page(0);
    expect(labTimeline.page.output.parse(page)).toEqual(page);
  });
});

describe('what is appended', () => {
  it('comes at most once in a tenth of a second, whole and in order', async () => {
    const { told, append, clock } = setUp();
    append(3);
    await clock.advance(60);
    append(2);
    expect(told).toEqual([]);
    await clock.advance(40);
    append(1);
    await clock.advance(100);
    expect(told.map(seqsOf)).toEqual([range(0, 5), [5]]);
  });

  it('is only the newest page of a flood', async () => {
    const { told, append, clock } = setUp();
    append(TIMELINE_PAGE + 10);
    await clock.advance(100);
    expect(told.map(seqsOf)).toEqual([range(10, TIMELINE_PAGE + 10)]);
  });

  it('ends with dispose', async () => {
    const { told, append, clock, timeline } = setUp();
    append(1);
    timeline.dispose();
    append(1);
    await clock.advance(1_000);
    expect(told).toEqual([]);
    expect(clock.pendingTimers()).toBe(0);
  });
});

describe('a row', () => {
  it.each<[JournalEvent, string, string]>([
    [request('200'), 'ok', '200 ← GET /v1/me'],
    [request('503', 2), 'failed', '503 ← GET /v1/me (try 2)'],
    [request('404'), 'note', '404 ← GET /v1/me'],
    [request('service/offline'), 'failed', 'service/offline ← GET /v1/me'],
    [
      { type: 'session/transition', row: "21'", from: 'Active', to: 'Active' },
      'note',
      "row 21': Active → Active",
    ],
    [
      { type: 'session/transition', row: '32', from: 'Active', to: 'ForcedOut' },
      'failed',
      'row 32: Active → ForcedOut',
    ],
    [
      { type: 'session/published', version: 4, loading: 'Done', hasUser: true },
      'ok',
      'version 4: user, Done',
    ],
    [{ type: 'secrets/read', status: 'locked' }, 'failed', 'status locked'],
    [{ type: 'lab/fault', change: 'on', kind: 'offline', call: 'me' }, 'note', 'offline on: me'],
    [
      { type: 'lab/operation', operation: 'swap', row: 3, outcome: 'Success', ms: 12 },
      'ok',
      'swap row 3 → Success',
    ],
    [quit, 'note', ''],
  ])('of $type', (event, outcome, what) => {
    expect(rowOf({ ...event, seq: 1, at: 2 })).toMatchObject({ seq: 1, at: 2, outcome, what });
  });

  it('holds no id and no token, whichever field of whichever event they were put in', () => {
    const samples: JournalEvent[] = [
      request('200'),
      { type: 'session/transition', row: '1', from: 'Active', to: 'Active' },
      { type: 'session/published', version: 1, loading: 'Done', hasUser: true },
      { type: 'secrets/read', status: 'present' },
      { type: 'secrets/written', gen: 1 },
      { type: 'ipc/refused', channel: 'a:b', code: 'ipc/internal' },
      { type: 'app/started', version: '0.1.0', electron: '45.4.1' },
      quit,
      { type: 'app/crashed', process: 'main', reason: 'oom' },
      { type: 'settings/reset' },
      { type: 'settings/write-failed' },
      { type: 'journal/refused' },
      { type: 'outbox/delivery', entry: 'revoke', outcome: 'sent' },
      { type: 'secrets/restored-from-copy' },
      { type: 'secrets/write-failed', file: 'main', cause: 'ENOSPC' },
      { type: 'secrets/set-aside', file: 'main' },
      { type: 'secrets/protection', protection: 'keyring' },
      { type: 'secrets/keyring', call: 'wrap', outcome: 'done', ms: 1 },
      { type: 'lab/fault', change: 'on', kind: 'offline', call: 'all' },
      { type: 'lab/operation', operation: 'swap', row: 1, outcome: 'Success', ms: 1 },
    ];
    const types = journalEventSchema.options.flatMap((one): string[] =>
      'options' in one ? one.options.map(({ shape }) => shape.type.value) : [one.shape.type.value],
    );
    expect(samples.map(({ type }) => type).toSorted()).toEqual(types.toSorted());
    const secrets = [randomUUID(), `eyJhbGciOiJIUzI1NiJ9.${randomUUID()}`, 'x1'.repeat(22)];
    const { journal, timeline } = setUp();
    for (const sample of samples) {
      for (const field of Object.keys(sample)) {
        for (const secret of secrets) journal.append({ ...sample, [field]: secret });
      }
    }
    const text = JSON.stringify(timeline.page(0));
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(timeline.page(0).rows.every(({ type }) => type === 'journal/refused')).toBe(true);
  });
});

describe('the calls of the timeline', () => {
  const withHandlers = (chosen: string | null) => {
    const bench = setUp(10);
    const handlers = createTimelineHandlers(bench, {
      companion: { journal: bench.journal, snapshot: () => ({ language: 'en' }) },
      desktop: { chooseSaveFile: async () => chosen },
    } as unknown as LabDeps);
    return { ...bench, handlers };
  };

  it('tell every field of an event that is kept, and none of another', async () => {
    const { handlers, journal, append } = withHandlers(null);
    append(5);
    journal.append(request('200'));
    append(9);
    expect(await handlers.fields({ seq: 5 })).toContainEqual(['path', '/v1/me']);
    expect(await handlers.fields({ seq: 4 })).toEqual([]);
    expect(await handlers.fields({ seq: 99 })).toEqual([]);
  });

  it('save what was asked for as lines of JSON, or as a table', async () => {
    const file = join(newFolder(), 'saved');
    const { handlers, journal, append } = withHandlers(file);
    append(1);
    journal.append(request('service/offline'));
    append(1);
    expect(await handlers.save({ format: 'jsonl', seqs: [1] })).toBe('saved');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      ...request('service/offline'),
      seq: 1,
      time: new Date(stillClock.now()).toISOString(),
    });
    await handlers.save({ format: 'csv', seqs: null });
    const lines = readFileSync(file, 'utf8').split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[2]).toMatch(
      /^1,\d{4}-.*Z,session\/request,failed,service\/offline ← GET \/v1\/me,1.5$/,
    );
  });

  it('write nothing when nowhere was chosen', async () => {
    const { handlers } = withHandlers(null);
    expect(await handlers.save({ format: 'csv', seqs: null })).toBe('cancelled');
  });
});
