import { describe, expect, it } from 'vitest';
import type { SoakStart, SoakView } from '../../../contract/ipc/lab/soak';
import { createFakeClock } from '../../mimi-core/spec-support/fake-clock';
import { createLabSoak } from './lab-soak';
import type { SoakTarget } from './targets';

const ORDER: SoakStart = { swaps: 30, perSecond: 10, ids: { source: 'scratch', count: 2 } };

/** A soak of a target that takes 5 ms a swap and fails every tenth. */
const createBench = (open?: () => Promise<SoakTarget>) => {
  const clock = createFakeClock();
  const told: SoakView[] = [];
  const turns: number[] = [];
  let closed = 0;
  const closing = new AbortController();
  const target: SoakTarget = {
    swap: (turn) =>
      new Promise((resolve) => {
        turns.push(turn);
        clock.after(5, () => resolve({ ok: turn % 10 !== 9, ms: 5 }));
      }),
    memory: async () => ({ heapBytes: 1, residentBytes: 2 }),
    close: async () => void (closed += 1),
  };
  const soak = createLabSoak({
    clock,
    open: open ?? (async () => target),
    changed: (view) => told.push(view),
    closed: closing.signal,
  });
  return { clock, soak, told, turns, closing, closed: () => closed };
};

describe('a soak', () => {
  it('makes the swaps asked for, at the rate asked for, and closes what it opened', async () => {
    const { clock, soak, turns, closed } = createBench();
    const begun = clock.monotonic();
    await clock.until(soak.start(ORDER));
    expect(turns).toEqual(Array.from({ length: 30 }, (_, turn) => turn));
    // The last one begins after 2.9 s.
    expect(clock.monotonic() - begun).toBe(2_905);
    expect(soak.view()).toMatchObject({
      ...{ status: 'done', wanted: 30, swaps: 30, failed: 3, p50Ms: 5, p95Ms: 5, maxMs: 5 },
    });
    expect(closed()).toBe(1);
    expect(soak.csv().trim().split('\r\n')).toHaveLength(31);
  });

  it('goes as fast as it can where that is slower than asked for', async () => {
    const { clock, soak } = createBench();
    await clock.until(soak.start({ ...ORDER, swaps: 300, perSecond: 400 }));
    // Each takes 5 ms.
    expect(soak.view().perSecond).toBeCloseTo(200, 0);
    await clock.until(soak.start({ ...ORDER, swaps: 50, perSecond: 0.5 }));
    expect(soak.view().perSecond).toBeCloseTo(0.5, 1);
  });

  it('tells how far it is at most five times a second, with growing revisions', async () => {
    const { clock, soak, told } = createBench();
    const begun = clock.monotonic();
    await clock.until(soak.start({ ...ORDER, swaps: 100, perSecond: 50 }));
    await clock.advance(1_000);
    const seconds = (clock.monotonic() - begun) / 1_000;
    expect(told.length).toBeLessThanOrEqual(5 * seconds);
    const revisions = told.map(({ revision }) => revision);
    expect(revisions).toEqual([...new Set(revisions)].toSorted((a, b) => a - b));
    expect(told.at(-1)?.status).toBe('done');
  });

  it('is stopped at once, while it waits for the next swap', async () => {
    const { clock, soak, closed } = createBench();
    const ended = soak.start({ ...ORDER, perSecond: 0.1 });
    await clock.advance(1_000);
    soak.stop();
    await ended;
    expect(soak.view()).toMatchObject({ status: 'stopped', swaps: 1 });
    expect(closed()).toBe(1);
  });

  it('is stopped while a swap runs, after that swap', async () => {
    const { clock, soak } = createBench();
    const ended = soak.start({ ...ORDER, perSecond: 0.1 });
    await clock.advance(2);
    soak.stop();
    await clock.advance(5);
    await ended;
    expect(soak.view()).toMatchObject({ status: 'stopped', swaps: 1 });
  });

  it('stops with the Lab, and leaves no timer behind', async () => {
    const { clock, soak, closing, closed } = createBench();
    const ended = soak.start({ ...ORDER, perSecond: 0.1 });
    await clock.advance(1_000);
    closing.abort();
    await ended;
    expect(closed()).toBe(1);
    await clock.advance(1_000);
    expect(clock.pendingTimers()).toBe(0);
  });

  it('is not begun twice', async () => {
    const { clock, soak } = createBench();
    const first = soak.start(ORDER);
    await expect(soak.start(ORDER)).rejects.toMatchObject({ code: 'lab/busy' });
    await clock.until(first);
  });

  it('says so when nothing could be got ready, and can be begun again', async () => {
    let tries = 0;
    const { soak } = createBench(async () => {
      tries += 1;
      throw new Error('no process');
    });
    await expect(soak.start(ORDER)).rejects.toThrow('no process');
    expect(soak.view().status).toBe('failed');
    await expect(soak.start(ORDER)).rejects.toThrow('no process');
    expect(tries).toBe(2);
  });
});
