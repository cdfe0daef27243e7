import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../files/file-system';
import { createFaultyFileSystem } from '../secrets/spec-support/faulty-file-system';
import { newFolder, stillClock } from '../secrets/spec-support/store-bench';
import { createJournal, type JournalEntry } from './journal';
import type { JournalEvent } from './journal-events';
import { createLogFile } from './log-file';

const transition = (row: string): JournalEvent => ({
  type: 'session/transition',
  row,
  from: 'Restoring',
  to: 'Active',
});

const only = (event: unknown): JournalEntry => {
  const journal = createJournal({ clock: stillClock });
  journal.append(event as JournalEvent);
  return journal.events()[0]!;
};

describe('the journal', () => {
  it('keeps one sequence and tells it on', () => {
    const journal = createJournal({ clock: stillClock });
    const told: JournalEntry[] = [];
    journal.append({ type: 'app/started', version: '0.1.0', electron: '45.4.1' });
    journal.subscribe(() => {
      throw new Error('a listener of its own troubles');
    });
    const stop = journal.subscribe((entry) => told.push(entry));
    journal.append(transition("21'"));
    stop();
    journal.append({ type: 'app/quit' });
    expect(journal.events().map((entry) => entry.seq)).toEqual([0, 1, 2]);
    expect(told).toEqual([{ ...transition("21'"), seq: 1, at: stillClock.now() }]);
  });

  it('forgets the oldest beyond its size', () => {
    const journal = createJournal({ clock: stillClock, capacity: 5 });
    for (let count = 0; count < 12; count += 1) journal.append({ type: 'app/quit' });
    expect(journal.events().map((entry) => entry.seq)).toEqual([7, 8, 9, 10, 11]);
  });

  it.each<JournalEvent>([
    { type: 'session/transition', row: "8'", from: 'Blocked', to: 'SignedOut' },
    { type: 'session/published', version: 3, loading: 'InProgress', hasUser: true },
    {
      ...{ type: 'session/request', method: 'POST', path: '/v1/oauth/token', ms: 4.5, attempt: 1 },
      outcome: 'service/rate-limited',
    },
    { type: 'secrets/write-failed', file: 'main', cause: 'ENOSPC' },
    { type: 'ipc/refused', channel: 'session.begin', code: 'ipc/invalid-input' },
    { type: 'app/crashed', process: 'renderer', reason: 'oom' },
  ])('takes $type', (event) => {
    expect(only(event)).toMatchObject(event);
  });

  it.each([
    ['free text', { type: 'app/crashed', process: 'main', reason: 'Error: boom at x.ts' }],
    ['an extra field', { type: 'app/quit', note: 'x' }],
    ['an unknown type', { type: 'app/told', text: 'x' }],
    ['a path with a query', { ...transition('1'), to: '/v1/me?id=1' }],
    ['nothing', null],
  ])('leaves nothing of %s', (_name, event) => {
    expect(only(event)).toEqual({ type: 'journal/refused', seq: 0, at: stillClock.now() });
  });

  it('lets no id, token or key in through any field of text', () => {
    const seed = 20_260_102;
    const secret = fc.oneof(
      fc.constantFrom(0).map(() => randomUUID() as string),
      fc.constantFrom(0).map(() => randomUUID().replaceAll('-', '')),
      fc.constantFrom(0).map(() => randomUUID().toUpperCase()),
      fc.constantFrom(0).map(() => randomBytes(32).toString('base64url')),
      fc.constantFrom(0).map(() => randomBytes(32).toString('base64')),
      fc.constantFrom(0).map(() => randomBytes(16).toString('hex')),
      fc
        .constantFrom(0)
        .map(() => `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx.${randomBytes(9).toString('base64url')}`),
    );
    const around = fc.constantFrom('', '/v1/users/', 'a-', ':');
    fc.assert(
      fc.property(secret, around, around, (text, before, after) => {
        const dirty = `${before}${text}${after}`;
        const events = [
          transition(dirty),
          {
            type: 'session/request',
            method: 'GET',
            path: `/${dirty}`,
            outcome: '200',
            ms: 1,
            attempt: 1,
          },
          {
            type: 'session/request',
            method: 'GET',
            path: '/v1/me',
            outcome: dirty,
            ms: 1,
            attempt: 1,
          },
          { type: 'ipc/refused', channel: dirty, code: 'ipc/internal' },
          { type: 'app/started', version: dirty, electron: '45.4.1' },
        ];
        for (const event of events) expect(only(event).type).toBe('journal/refused');
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('the log file', () => {
  const setUp = () => {
    const fs = createFaultyFileSystem(nodeFileSystem);
    const folder = newFolder();
    const journal = createJournal({ clock: stillClock });
    const log = createLogFile({ fs, folder, journal });
    return { fs, folder, journal, log, path: join(folder, 'log', 'companion.log') };
  };

  it('holds every event as a line of JSON, privately', async () => {
    const { journal, log, path } = setUp();
    for (let count = 0; count < 300; count += 1) journal.append({ type: 'app/quit' });
    await log.close();
    journal.append({ type: 'app/quit' });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as JournalEntry).seq)).toEqual(
      Array.from({ length: 300 }, (_, index) => index),
    );
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('starts anew at a megabyte and keeps one file before', async () => {
    const { journal, log, path, folder } = setUp();
    for (let count = 0; count < 30; count += 1) {
      for (let line = 0; line < 1_500; line += 1) journal.append(transition('12'));
      await log.flush();
    }
    expect(statSync(path).size).toBeLessThanOrEqual(1024 * 1024);
    expect(statSync(join(folder, 'log', 'companion.old.log')).size).toBeLessThanOrEqual(
      1024 * 1024,
    );
  });

  it('disturbs nobody when it cannot be written, and goes on when it can', async () => {
    const { fs, journal, log, path } = setUp();
    fs.failWhen((call) => call === 'append', 'ENOSPC');
    journal.append({ type: 'app/quit' });
    await log.flush();
    expect(existsSync(path)).toBe(false);
    fs.heal();
    journal.append({ type: 'app/quit' });
    await log.flush();
    expect(readFileSync(path, 'utf8')).toContain('"seq":1');
  });

  it('does not wait for a pipe in its place', async () => {
    const { journal, log, path, folder } = setUp();
    mkdirSync(join(folder, 'log'));
    execFileSync('mkfifo', [path]);
    journal.append({ type: 'app/quit' });
    await log.close();
    expect(statSync(path).isFIFO()).toBe(true);
  });
});
