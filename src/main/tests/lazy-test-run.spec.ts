import { describe, expect, it } from 'vitest';
import { createLazyTestRun } from './lazy-test-run';
import { SETUP, setUpTests, take } from './spec-support/test-bench';
import type { Checkpoints } from './checkpoint';

/** The lazy run over a bench's disk, and what it has loaded so far. */
const setUp = async ({ unfinished }: { readonly unfinished: boolean }) => {
  const bench = await setUpTests();
  const earlier = await bench.start();
  if (unfinished) await take(earlier, await earlier.begin(SETUP), 3);
  let draw: () => void = () => undefined;
  const shown = new Promise<void>((resolve) => (draw = resolve));
  const loaded: string[] = [];
  const kept: (readonly string[])[] = [];
  const run = createLazyTestRun({
    shown,
    loadCheckpoints: async () => {
      loaded.push('checkpoints');
      return {
        find: async (userId) => (unfinished && userId === 'ann' ? ({} as never) : null),
        keepOnly: async (userIds) => void kept.push(userIds),
      } as Checkpoints;
    },
    loadRun: async () => {
      loaded.push('run');
      return bench.start(null);
    },
  });
  return { bench, run, draw, loaded, kept, expected: earlier.view() };
};

describe('the test run of an app', () => {
  it('loads nothing before the page is drawn, and no more than it must after', async () => {
    const { run, draw, loaded, kept } = await setUp({ unfinished: false });
    const showing = run.show('ann');
    const keeping = run.keepOnly(['ann']);
    await new Promise((resolve) => setImmediate(resolve));
    expect(loaded).toEqual([]);
    expect([run.view(), run.microphoneAllowed()]).toEqual([null, false]);
    draw();
    await showing;
    await keeping;
    expect(loaded).toEqual(['checkpoints']);
    expect(kept).toEqual([['ann']]);
    await run.dispose();
    expect(loaded).toEqual(['checkpoints']);
  });

  it('shows the unfinished test of its user by itself', async () => {
    const { run, draw, expected } = await setUp({ unfinished: true });
    draw();
    await run.show('bob');
    expect(run.view()).toBeNull();
    await run.show('ann');
    expect(run.view()).toEqual({ ...expected, paused: null });
    await run.show(null);
    expect(run.view()).toBeNull();
  });

  it('is there at once for whoever asks, and knows the user named before', async () => {
    const { run, loaded } = await setUp({ unfinished: true });
    void run.show('ann');
    const whole = await run.loaded();
    await whole.allowMicrophone(true);
    expect(run.microphoneAllowed()).toBe(true);
    expect((await whole.resume(SETUP)).type).toBe('present');
    expect(loaded).toEqual(['checkpoints', 'run']);
  });
});
