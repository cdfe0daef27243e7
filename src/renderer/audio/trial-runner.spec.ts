import { beforeEach, describe, expect, it } from 'vitest';
import type { TestTrial } from '../../contract/ipc/tests';
import type { ToneRequest } from './sound-messages';
import { createTrialRunner, type TrialRunner } from './trial-runner';
import type { PresentedTrial } from './test-audio';

const TRIAL: TestTrial = {
  index: 3,
  ear: 'right',
  frequencyHz: 2000,
  levelDbHl: 25,
  silent: false,
  gapMs: 1000,
};
const LATENCY = 0.05;

/** A clock that is moved by hand, and a player that only notes. */
const makeBench = () => {
  const timers = new Set<{ readonly time: number; readonly call: () => void }>();
  const played: ToneRequest[] = [];
  const done: string[] = [];
  let now = 100;
  let lastId = 0;
  /** Levels up to this are played as asked. */
  let most = 100;
  let ceiling = 100;
  const runner: TrialRunner = createTrialRunner(
    {
      now: () => now,
      at(time, call) {
        const timer = { time, call };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    },
    {
      play(id, tone) {
        lastId = id;
        played.push(tone);
        const levelDbHl = Math.min(tone.levelDbHl, most, ceiling);
        const asAsked = tone.levelDbHl <= most;
        most += 10;
        runner.noteTone(id, { onset: tone.at, levelDbHl, asAsked });
      },
      release: () => done.push('release'),
      silence: () => done.push('silence'),
    },
  );
  const pass = (seconds: number): void => {
    now += seconds;
    for (const timer of [...timers].filter(({ time }) => time <= now)) {
      timers.delete(timer);
      timer.call();
    }
  };
  const present = (trial: Partial<TestTrial> = {}) => {
    const box: { presented?: PresentedTrial; error?: unknown } = {};
    runner.present({ ...TRIAL, ...trial }).then(
      (presented) => (box.presented = presented),
      (error: unknown) => (box.error = error),
    );
    return box;
  };
  return {
    runner,
    played,
    done,
    pass,
    present,
    press: () => runner.press(now),
    settle: () => new Promise(setImmediate),
    now: () => now,
    lastId: () => lastId,
    limitTo: (level: number) => (most = level),
    /** As after too much loud time: asked for again, it is no louder. */
    allowOnly: (level: number) => (ceiling = level),
  };
};

let bench: ReturnType<typeof makeBench>;
beforeEach(() => {
  bench = makeBench();
});

/** Presents, waits, presses if told to, and says how it ended. */
const presented = async (
  pressAfterOnset: number | null,
  trial: Partial<TestTrial> = {},
): Promise<PresentedTrial | undefined> => {
  const box = bench.present(trial);
  bench.pass(1);
  if (pressAfterOnset !== null) {
    bench.pass(pressAfterOnset);
    bench.press();
  }
  bench.pass(2.2);
  await bench.settle();
  return box.presented;
};

describe('a trial', () => {
  it('plays the tone after its silence', async () => {
    bench.present();
    expect(bench.played).toEqual([
      { ear: 'right', frequencyHz: 2000, levelDbHl: 25, at: bench.now() + 1 },
    ]);
  });

  it('without a press is silence, 1.2 s after the end of the tone and not sooner', async () => {
    const box = bench.present();
    bench.pass(1 + 2.199);
    await bench.settle();
    expect(box.presented).toBeUndefined();
    bench.pass(0.001);
    await bench.settle();
    expect(box.presented).toEqual({ outcome: { type: 'silence' }, spontaneousPresses: 0 });
    expect(bench.done).toEqual([]);
  });

  it.each([0.15, 0.4, 1.1, 2.1])('ends with a press %d s after the onset', async (seconds) => {
    const answer = await presented(seconds);
    expect(answer?.spontaneousPresses).toBe(0);
    expect(answer?.outcome).toMatchObject({ type: 'response' });
    expect(answer?.outcome.type === 'response' && answer.outcome.reactionTimeMs).toBeCloseTo(
      seconds * 1000,
      6,
    );
    expect(bench.done).toEqual(['release']);
  });

  it('that is silent is timed alike and plays nothing', async () => {
    expect(await presented(0.4, { silent: true })).toMatchObject({ outcome: { type: 'response' } });
    expect(await presented(null, { silent: true })).toMatchObject({ outcome: { type: 'silence' } });
    expect(bench.played).toEqual([]);
  });

  it('counts from when the tone really began', async () => {
    const box = bench.present();
    bench.runner.noteTone(bench.lastId(), {
      onset: bench.now() + 1 + LATENCY,
      levelDbHl: TRIAL.levelDbHl,
      asAsked: true,
    });
    bench.pass(1.4);
    bench.press();
    await bench.settle();
    const { outcome } = box.presented!;
    expect(outcome.type === 'response' && outcome.reactionTimeMs).toBeCloseTo(350, 6);
  });

  it('that could not be as loud as asked says what it was played at', async () => {
    bench.allowOnly(TRIAL.levelDbHl - 7);
    const told = { playedDbHl: TRIAL.levelDbHl - 7, spontaneousPresses: 0 };
    expect(await presented(null)).toEqual({ outcome: { type: 'silence' }, ...told });
    bench.allowOnly(TRIAL.levelDbHl);
    expect(await presented(null)).not.toHaveProperty('playedDbHl');
  });

  it('refuses another beside it', async () => {
    bench.present();
    const box = bench.present();
    await bench.settle();
    expect(box.error).toBeInstanceOf(Error);
  });
});

describe('a press outside the window', () => {
  it.each([-0.5, 0.05, 0.14])('%d s from the onset counts, and silence begins anew', async (s) => {
    const box = bench.present();
    bench.pass(1 + s);
    bench.press();
    expect(bench.done).toEqual(['release']);
    expect(bench.played).toHaveLength(2);
    expect(bench.played[1]?.at).toBeCloseTo(bench.now() + 1, 9);
    bench.pass(1 + 0.3);
    bench.press();
    await bench.settle();
    expect(box.presented).toMatchObject({ outcome: { type: 'response' }, spontaneousPresses: 1 });
  });

  it('between trials is told with the next one, and only once', async () => {
    bench.press();
    bench.pass(0.5);
    bench.press();
    expect(await presented(null)).toMatchObject({ spontaneousPresses: 2 });
    expect(await presented(null)).toMatchObject({ spontaneousPresses: 0 });
  });

  it('that bounces is one press', async () => {
    bench.press();
    bench.pass(0.05);
    bench.press();
    expect(await presented(null)).toMatchObject({ spontaneousPresses: 1 });
  });

  it('again and again gives the trial up', async () => {
    const box = bench.present();
    for (let times = 0; times < 5; times += 1) {
      bench.pass(0.3);
      bench.press();
    }
    await bench.settle();
    expect(box.presented).toEqual({ outcome: { type: 'discarded' }, spontaneousPresses: 5 });
  });

  it('is no answer to a stale tone', async () => {
    const box = bench.present();
    const stale = bench.lastId();
    bench.pass(0.5);
    bench.press();
    bench.runner.noteTone(stale, { onset: bench.now(), levelDbHl: 0, asAsked: false });
    bench.pass(1 + 2.2);
    await bench.settle();
    expect(box.presented).toMatchObject({ outcome: { type: 'silence' }, spontaneousPresses: 1 });
  });
});

describe('a tone that may not be as loud as asked', () => {
  it('comes again until it is; what was pressed before does not count', async () => {
    bench.limitTo(5);
    const box = bench.present();
    bench.pass(1 + 2.2);
    bench.pass(1 + 0.3);
    bench.press();
    await bench.settle();
    expect(box.presented).toBeUndefined();
    expect(bench.played).toHaveLength(3);
    bench.pass(1 + 0.3);
    bench.press();
    await bench.settle();
    expect(box.presented).toMatchObject({ outcome: { type: 'response' }, spontaneousPresses: 0 });
  });
});

describe('silence at once', () => {
  it('discards the trial and leaves nothing behind', async () => {
    const box = bench.present();
    bench.pass(1.2);
    bench.runner.discard();
    await bench.settle();
    expect(box.presented).toEqual({ outcome: { type: 'discarded' }, spontaneousPresses: 0 });
    expect(bench.done).toEqual(['silence']);
    expect(await presented(0.3)).toMatchObject({ outcome: { type: 'response' } });
  });

  it('does so even while a tone is being led up to', async () => {
    bench.limitTo(0);
    const box = bench.present();
    bench.runner.discard();
    await bench.settle();
    expect(box.presented).toMatchObject({ outcome: { type: 'discarded' } });
  });

  it('without a trial still silences', () => {
    bench.runner.discard();
    expect(bench.done).toEqual(['silence']);
  });
});
