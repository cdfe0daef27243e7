import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../contract/errors';
import { EMPTY_RECORDS, type SessionRecords } from '../mimi-core/records';
import { nodeFileSystem } from '../files/file-system';
import { createFaultyFileSystem, FAULTS, type Fault } from './spec-support/faulty-file-system';
import { recordsOf, setUpStore, someUser } from './spec-support/store-bench';

// Counted faults, each on a real disk: slow when the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const OLD = recordsOf(someUser());
const NEW = recordsOf(someUser());

/** Runs one update with the n-th call to the disk failing; null once there is no n-th call. */
const updateWithFault = async (n: number, fault: Fault, before: SessionRecords | null) => {
  const fs = createFaultyFileSystem(nodeFileSystem);
  const bench = setUpStore(fs);
  const store = bench.run();
  if (before) await store.update(() => before);
  else await store.read();
  fs.failAt(n, fault);
  const outcome = await store
    .update(() => NEW)
    .then(
      () => 'saved',
      (error: unknown) => (error instanceof AppError ? error.code : 'foreign error'),
    );
  if (!fs.fired()) return null;
  const said = fault === 'kill' ? null : await store.read();
  fs.heal();
  const next = bench.run();
  return { bench, outcome, said, read: await next.read(), next };
};

describe.each(FAULTS)('with %s at any one call to the disk', (fault) => {
  it.each([
    ['over older records', OLD],
    ['as the first write', null],
  ] as const)(
    'a write %s is old or new, never torn, and never falsely saved',
    async (_name, before) => {
      let faults = 0;
      for (let n = 1; ; n += 1) {
        const run = await updateWithFault(n, fault, before);
        if (!run) break;
        faults += 1;
        const { outcome, read, said, bench, next } = run;
        const old = before ? { status: 'present', records: before } : { status: 'absent' };
        const fresh = { status: 'present', records: NEW };
        if (fault === 'kill') {
          // Nobody was told anything: both are right, nothing else is.
          expect([old, fresh]).toContainEqual(read);
        } else {
          expect(['saved', 'secrets/write-failed']).toContain(outcome);
          expect(read).toEqual(outcome === 'saved' ? fresh : old);
          expect(said).toEqual(read);
        }
        expect(bench.names().filter((name) => name.includes('.tmp-'))).toEqual([]);
        // And the next write works.
        await next.update(() => OLD);
        expect(await bench.run().read()).toEqual({ status: 'present', records: OLD });
        expect(readFileSync(bench.copy)).toEqual(readFileSync(bench.main));
      }
      expect(faults).toBeGreaterThanOrEqual(16);
    },
  );

  it('reading loses nothing, and takes nothing for absent', async () => {
    for (let n = 1; n < 40; n += 1) {
      const fs = createFaultyFileSystem(nodeFileSystem);
      const bench = setUpStore(fs);
      await bench.run().update(() => OLD);
      fs.failAt(n, fault);
      const read = await bench.run().read();
      if (!fs.fired()) return;
      expect(['present', 'unreadable']).toContain(read.status);
      fs.heal();
      expect(await bench.run().read()).toEqual({ status: 'present', records: OLD });
    }
    expect.unreachable();
  });
});

it('a deletion that was said to be done stays done, whatever fails afterwards', async () => {
  for (const fault of FAULTS) {
    for (let n = 1; ; n += 1) {
      const fs = createFaultyFileSystem(nodeFileSystem);
      const bench = setUpStore(fs);
      await bench.run().update(() => OLD);
      const store = bench.run();
      await store.update(() => EMPTY_RECORDS);
      fs.failAt(n, fault);
      await store.update(() => ({ ...EMPTY_RECORDS, pending: null })).catch(() => undefined);
      if (!fs.fired()) break;
      fs.heal();
      expect(await bench.run().read()).toEqual({ status: 'present', records: EMPTY_RECORDS });
    }
  }
});

it('an upgrade from key file to keyring can be interrupted anywhere', async () => {
  for (const fault of FAULTS) {
    let faults = 0;
    for (let n = 1; ; n += 1) {
      const fs = createFaultyFileSystem(nodeFileSystem);
      const bench = setUpStore(fs);
      bench.keyring.state = 'none';
      const first = bench.run();
      await first.allowKeyFile();
      await first.update(() => OLD);
      bench.keyring.state = 'open';
      fs.failAt(n, fault);
      const read = await bench.run().read();
      if (!fs.fired()) break;
      faults += 1;
      expect(read.status).not.toBe('absent');
      fs.heal();
      expect(await bench.run().read()).toEqual({ status: 'present', records: OLD });
      expect(await bench.run().read()).toEqual({ status: 'present', records: OLD });
      expect(bench.names()).not.toContain('secrets-key.bin');
    }
    expect(faults).toBeGreaterThanOrEqual(20);
  }
});
