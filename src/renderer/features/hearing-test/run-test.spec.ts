import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '../../../contract/errors';
import type { TestAnswer, TestStep, TestTrial } from '../../../contract/ipc/tests';
import type { PresentedTrial, TestAudio, TestAudioEvents } from '../../audio/test-audio';
import { createTestRun, type RunState } from './run-test';

const trial = (index: number, frequencyHz = 1000): TestTrial => ({
  ...{ index, frequencyHz, ear: 'right', levelDbHl: 40, silent: false, gapMs: 900 },
});
const present = (index: number): Result<TestStep> => ({
  ok: true,
  value: { type: 'present', trial: trial(index) },
});
const finished: Result<TestStep> = { ok: true, value: { type: 'finished', testId: 'the-test' } };
const paused = (reason: 'pressed-in-silence' | 'volume-changed'): Result<TestStep> => ({
  ok: true,
  value: { type: 'paused', reason },
});
const failed = (
  code: 'secrets/write-failed' | 'tests/stale-answer' | 'tests/none-running',
): Result<TestStep> => ({ ok: false, error: { code } });
const heard: PresentedTrial = {
  outcome: { type: 'response', reactionTimeMs: 400 },
  spontaneousPresses: 1,
};
const discarded: PresentedTrial = { outcome: { type: 'discarded' }, spontaneousPresses: 0 };

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Main and the sound as the run sees them: each answers when the test says so. */
const setUp = (isTooLoud: (() => boolean) | null = null) => {
  const states: RunState[] = [];
  const asked: string[] = [];
  const answers: TestAnswer[] = [];
  const replies: Result<TestStep>[] = [];
  let reply: ((result: Result<TestStep>) => void) | null = null;
  let end: ((presented: PresentedTrial) => void) | null = null;
  let events: TestAudioEvents = {};
  const sound = {
    ...{ opened: 0, silenced: 0, closed: 0, fails: false, breaks: false, loudBefore: 0 },
    presses: [] as number[],
  };
  const main = { isUnfinished: true };

  const ask = (name: string): Promise<Result<TestStep>> => {
    asked.push(name);
    const next = replies.shift();
    if (next) return Promise.resolve(next);
    return new Promise((resolve) => (reply = resolve));
  };
  const audio = {
    present: () =>
      new Promise<PresentedTrial>((resolve, reject) => {
        if (sound.breaks) reject(new Error('gone'));
        end = resolve;
      }),
    press: (timeStamp) => sound.presses.push(timeStamp),
    silence: () => {
      sound.silenced += 1;
      end?.(discarded);
      end = null;
    },
    close: async () => void (sound.closed += 1),
  } as Partial<TestAudio> as TestAudio;
  const run = createTestRun({
    begin: () => ask('begin'),
    calls: {
      answer: (given) => {
        answers.push(given);
        return ask(`answer ${given.trial} ${given.outcome.type}`);
      },
      pause: async () => {
        asked.push('pause');
        return { ok: true, value: undefined };
      },
      goOn: () => ask('goOn'),
    },
    isUnfinished: () => main.isUnfinished,
    openAudio: async (given, loudBefore) => {
      events = given;
      sound.loudBefore = loudBefore;
      sound.opened += 1;
      if (sound.fails) throw new Error('no device');
      return audio;
    },
    room: isTooLoud && { isTooLoud },
    show: (state) => states.push(state),
  });
  return {
    ...{ run, states, asked, answers, replies, sound, main },
    last: () => states.at(-1),
    deviceChanges: () => events.onDeviceChange?.(),
    soundedLoud: (seconds: number) => events.onLoud?.(seconds),
    reply: async (result: Result<TestStep>) => {
      reply?.(result);
      await turn();
    },
    /** Lets the trial that plays end. */
    end: async (presented: PresentedTrial) => {
      end?.(presented);
      end = null;
      await turn();
    },
    /** Begins with the first trial playing. */
    async begin() {
      replies.unshift(present(0));
      run.start();
      await turn();
    },
  };
};

type Bench = ReturnType<typeof setUp>;
let bench: Bench;
beforeEach(() => {
  bench = setUp();
});

describe('a test that runs', () => {
  it('plays, answers, and ends with the stored test', async () => {
    await bench.begin();
    expect(bench.last()).toEqual({ status: 'running' });
    bench.replies.push(present(1), finished);
    await bench.end(heard);
    await bench.end({ outcome: { type: 'silence' }, spontaneousPresses: 0 });
    expect(bench.asked).toEqual(['begin', 'answer 0 response', 'answer 1 silence']);
    expect(bench.answers[0]).toEqual({ trial: 0, ...heard });
    expect(bench.last()).toEqual({ status: 'finished', testId: 'the-test' });
    expect(bench.sound.opened).toBe(1);
  });

  it('passes presses to the sound, and only while it runs', async () => {
    bench.run.press(1);
    await bench.begin();
    bench.run.press(2);
    bench.run.pause('by-person');
    bench.run.press(3);
    expect(bench.sound.presses).toEqual([2]);
  });

  it('shows nothing between two trials but that it runs', async () => {
    await bench.begin();
    bench.replies.push(present(1), present(2));
    await bench.end(heard);
    await bench.end(heard);
    expect(new Set(bench.states.map(({ status }) => status))).toEqual(new Set(['running']));
  });
});

describe('pausing', () => {
  it('silences before anything else, forgets the running trial and goes on with what main says', async () => {
    await bench.begin();
    bench.run.pause('by-person');
    expect(bench.sound.silenced).toBe(1);
    expect(bench.last()).toEqual({ status: 'paused', reason: 'by-person' });
    await turn();
    expect(bench.asked).toEqual(['begin', 'pause']);
    bench.replies.push(present(0));
    bench.run.goOn();
    await turn();
    expect(bench.asked).toEqual(['begin', 'pause', 'goOn']);
    expect(bench.last()).toEqual({ status: 'running' });
  });

  it('ignores the next trial of an answer that was under way', async () => {
    await bench.begin();
    await bench.end(heard);
    bench.run.pause('by-person');
    await bench.reply(present(1));
    expect(bench.last()).toEqual({ status: 'paused', reason: 'by-person' });
  });

  it('does not lose the end of a test that was under way', async () => {
    await bench.begin();
    await bench.end(heard);
    bench.run.pause('by-person');
    await bench.reply(finished);
    expect(bench.last()).toEqual({ status: 'finished', testId: 'the-test' });
  });

  it.each(['pressed-in-silence', 'volume-changed'] as const)('tells why: %s', async (reason) => {
    await bench.begin();
    bench.replies.push(paused(reason));
    await bench.end(heard);
    expect(bench.last()).toEqual({ status: 'paused', reason });
    expect(bench.asked).not.toContain('pause');
  });

  it('follows when the output device goes', async () => {
    await bench.begin();
    bench.deviceChanges();
    expect(bench.last()).toEqual({ status: 'paused', reason: 'device-changed' });
    expect(bench.asked).toContain('pause');
  });

  it('happens once', async () => {
    await bench.begin();
    bench.run.pause('by-person');
    bench.run.pause('volume-changed');
    expect(bench.last()).toEqual({ status: 'paused', reason: 'by-person' });
    expect(bench.asked.filter((name) => name === 'pause')).toHaveLength(1);
  });
});

describe('failures', () => {
  it('repeat the same answer when it could not be kept', async () => {
    await bench.begin();
    bench.replies.push(failed('secrets/write-failed'));
    await bench.end(heard);
    expect(bench.last()).toEqual({ status: 'failed', error: { code: 'secrets/write-failed' } });
    bench.replies.push(present(1));
    bench.run.tryAgain();
    await turn();
    expect(bench.answers).toEqual([
      { trial: 0, ...heard },
      { trial: 0, ...heard },
    ]);
    expect(bench.last()).toEqual({ status: 'running' });
  });

  it('ask main for the next trial when it had the answer already', async () => {
    await bench.begin();
    bench.replies.push(failed('tests/stale-answer'), present(1));
    await bench.end(heard);
    expect(bench.asked).toEqual(['begin', 'answer 0 response', 'goOn']);
    expect(bench.last()).toEqual({ status: 'running' });
  });

  it('end where the last answer was kept and only its reply was lost', async () => {
    await bench.begin();
    bench.replies.push(failed('secrets/write-failed'));
    await bench.end(heard);
    bench.main.isUnfinished = false;
    bench.replies.push(failed('tests/none-running'));
    bench.run.tryAgain();
    await turn();
    expect(bench.last()).toEqual({ status: 'finished', testId: null });
    bench.run.pause('by-person');
    expect(bench.last()).toEqual({ status: 'finished', testId: null });
  });

  it.each([
    ['main still has the test', true, true],
    ['none was ever begun', false, false],
  ])('are no end where %s', async (_why, isBegun, isUnfinished) => {
    bench.main.isUnfinished = isUnfinished;
    bench.replies.push(...(isBegun ? [present(0)] : []), failed('tests/none-running'));
    bench.run.start();
    await turn();
    if (isBegun) await bench.end(heard);
    expect(bench.last()).toEqual({ status: 'failed', error: { code: 'tests/none-running' } });
  });

  it('of a call that breaks are told and can be repeated', async () => {
    const states: RunState[] = [];
    const begin = vi.fn(() => Promise.reject(new Error('gone')));
    const run = createTestRun({
      ...{ begin, room: null, show: (state) => states.push(state) },
      calls: { answer: vi.fn(), pause: vi.fn(), goOn: vi.fn() },
      ...{ isUnfinished: () => false, openAudio: vi.fn() },
    });
    run.start();
    await turn();
    expect(states).toEqual([{ status: 'failed', error: { code: 'ipc/internal' } }]);
    run.tryAgain();
    await turn();
    expect(begin).toHaveBeenCalledTimes(2);
  });

  it('of the sound are told, pause main, and open it anew', async () => {
    bench.sound.fails = true;
    await bench.begin();
    expect(bench.last()).toEqual({ status: 'no-sound' });
    expect(bench.asked).toEqual(['begin', 'pause']);
    bench.sound.fails = false;
    bench.replies.push(present(0));
    bench.run.tryAgain();
    await turn();
    expect(bench.asked.at(-1)).toBe('goOn');
    expect(bench.last()).toEqual({ status: 'running' });
    expect(bench.sound.opened).toBe(2);
  });

  it('of a sound do not make another minute of loud tones', async () => {
    await bench.begin();
    expect(bench.sound.loudBefore).toBe(0);
    bench.soundedLoud(42);
    bench.sound.breaks = true;
    bench.replies.push(present(1));
    await bench.end(heard);
    expect(bench.last()).toEqual({ status: 'no-sound' });
    bench.sound.breaks = false;
    bench.replies.push(present(1));
    bench.run.tryAgain();
    await turn();
    expect(bench.sound).toMatchObject({ opened: 2, closed: 1, loudBefore: 42 });
  });

  it('of one trial after another end in silence, not in an endless loop', async () => {
    await bench.begin();
    for (let index = 0; index < 4; index += 1) {
      bench.replies.push(present(0));
      await bench.end(discarded);
    }
    expect(bench.last()).toEqual({ status: 'no-sound' });
  });
});

describe('noise of the room', () => {
  it('discards a trial three times at most', async () => {
    bench = setUp(() => true);
    await bench.begin();
    for (let index = 0; index < 5; index += 1) {
      bench.replies.push(present(0));
      await bench.end(heard);
    }
    expect(bench.answers.map(({ outcome }) => outcome.type)).toEqual([
      ...['discarded', 'discarded', 'discarded', 'response', 'discarded'],
    ]);
  });

  it('is asked about at the frequency that was played', async () => {
    const isTooLoud = vi.fn(() => false);
    bench = setUp(isTooLoud);
    await bench.begin();
    bench.replies.push(finished);
    await bench.end(heard);
    expect(isTooLoud).toHaveBeenCalledWith(1000);
    expect(bench.answers[0]?.outcome.type).toBe('response');
  });
});

describe('leaving', () => {
  it('silences, pauses and gives the device back, and shows nothing any more', async () => {
    await bench.begin();
    bench.run.close();
    expect(bench.sound).toMatchObject({ silenced: 1, closed: 1 });
    expect(bench.asked).toContain('pause');
    const shown = bench.states.length;
    await turn();
    bench.deviceChanges();
    expect(bench.states).toHaveLength(shown);
  });

  it('closes sound that was still being opened', async () => {
    bench.replies.push(present(0));
    bench.run.start();
    bench.run.close();
    await turn();
    expect(bench.sound.opened).toBe(bench.sound.closed);
    expect(bench.states.filter(({ status }) => status === 'running')).toEqual([]);
  });
});
