import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../contract/errors';
import type { TestSetup } from '../../contract/ipc/tests';
import { toReading } from '../../hearing/hearing-test';
import { answerTo, SETUP, setUpTests, take, trialOf } from './spec-support/test-bench';

const fileOf = (folder: string): string => join(folder, 'unfinished-test.json');
const FAILED = { code: 'secrets/write-failed' };

describe('an answer that cannot be kept', () => {
  it('is refused on a full disk; the trial comes again and nothing is lost', async () => {
    const { start, fs, stored } = await setUpTests();
    const run = await start();
    const step = await take(run, await run.begin(SETUP), 3);
    const trial = trialOf(step);
    fs.failWhen((call) => call === 'write', 'ENOSPC');
    await expect(run.answer(answerTo(trial))).rejects.toMatchObject(FAILED);
    await expect(run.goOn()).resolves.toEqual(step);
    fs.heal();
    await take(run, await run.answer(answerTo(trial)));
    expect(stored).toHaveLength(1);
  });

  it('does not begin a test, and leaves the one there was', async () => {
    const { start, fs } = await setUpTests();
    const run = await start();
    await take(run, await run.begin(SETUP), 5);
    const before = run.view();
    fs.failWhen((call) => call === 'write', 'ENOSPC');
    await expect(run.begin(SETUP)).rejects.toMatchObject(FAILED);
    expect(run.view()).toEqual(before);
  });
});

describe('a finished test', () => {
  it('that could not be stored stays, and is stored at the next try under the same id', async () => {
    const bench = await setUpTests();
    const run = await bench.start();
    bench.storing = () => Promise.reject(new AppError('secrets/write-failed'));
    await expect(take(run, await run.begin(SETUP))).rejects.toMatchObject(FAILED);
    expect(run.view()).toMatchObject({ progress: 1 });
    await expect(run.goOn()).rejects.toMatchObject(FAILED);
    await expect(run.begin(SETUP)).rejects.toMatchObject(FAILED);
    await expect(run.resume(SETUP)).rejects.toMatchObject(FAILED);
    bench.storing = async () => undefined;
    const finished = await run.resume(SETUP);
    expect(finished).toEqual({ type: 'finished', testId: bench.stored[0]!.test.id });
    expect(run.view()).toBeNull();
    expect(existsSync(fileOf(bench.folder))).toBe(false);
  });

  it('is stored by itself at the next start, the same again when a crash came after storing', async () => {
    const bench = await setUpTests();
    const run = await bench.start();
    bench.fs.failWhen((call, path) => call === 'unlink' && path === fileOf(bench.folder), 'EIO');
    await take(run, await run.begin(SETUP));
    bench.fs.heal();
    await bench.clock.advance(86_400_000);
    const later = await bench.start();
    expect(bench.stored).toHaveLength(2);
    expect(bench.stored[1]).toEqual(bench.stored[0]);
    expect(later.view()).toBeNull();
    expect(existsSync(fileOf(bench.folder))).toBe(false);
  });

  it('tells what it found, and with what', async () => {
    const { start, stored, clock } = await setUpTests();
    const run = await start();
    const step = await run.begin(SETUP);
    await clock.advance(250_000);
    await take(run, step);
    const { userId, test } = stored[0]!;
    expect(userId).toBe('ann');
    expect(test).toMatchObject({
      source: 'ptt',
      takenAt: clock.now(),
      yearOfBirth: 1966,
      engine: 'bayesian',
      tier: 'B',
      device: { name: 'USB', headphones: 'Sennheiser HDA 200', volume: 0.5 },
      confidence: 'ok',
      ears: {
        left: [{ frequencyHz: 1000 }, { frequencyHz: 4000 }],
        right: [{ frequencyHz: 1000 }, { frequencyHz: 4000 }],
      },
    });
    for (const at of test.ears.right) expect(Math.abs(at.theta50DbHl - 9.5)).toBeLessThan(3);
    for (const at of test.ears.left) expect(Math.abs(at.theta50DbHl - 29.5)).toBeLessThan(3);
  });

  it('keeps only its shape where levels are not known', async () => {
    const { start, stored } = await setUpTests();
    const run = await start();
    const calibration = { type: 'unknown', splAtFullScaleDb: 100 } as const;
    await take(run, await run.begin({ ...SETUP, calibration }));
    const { ears } = stored[0]!.test;
    const best = Math.min(...[...ears.left, ...ears.right].map((at) => at.theta50DbHl));
    // The median of somebody of 59.5 years at 1 kHz; 10 dB HL was heard.
    expect(toReading(best)).toBeLessThan(9);
    expect(ears.left[0]!.theta50DbHl - ears.right[0]!.theta50DbHl).toBeGreaterThan(15);
  });
});

describe('calls out of turn', () => {
  it('are refused while nothing runs', async () => {
    const run = await (await setUpTests()).start();
    const none = { code: 'tests/none-running' };
    const answer = { trial: 0, outcome: { type: 'silence' }, spontaneousPresses: 0 } as const;
    await expect(run.answer(answer)).rejects.toMatchObject(none);
    await expect(run.pause()).rejects.toMatchObject(none);
    await expect(run.goOn()).rejects.toMatchObject(none);
    await expect(run.resume(SETUP)).rejects.toMatchObject({ code: 'tests/none-unfinished' });
    await expect(run.discard()).resolves.toBeUndefined();
  });

  it('are refused for nobody, and for somebody without a year of birth', async () => {
    const bench = await setUpTests();
    const run = await bench.start();
    bench.person = { userId: 'ann', yearOfBirth: null };
    await expect(run.begin(SETUP)).rejects.toMatchObject({ code: 'tests/no-year-of-birth' });
    bench.person = null;
    await expect(run.begin(SETUP)).rejects.toMatchObject({ code: 'session/no-user' });
  });

  it('are refused for headphones too soft to play anything, and say so', async () => {
    const { start, folder } = await setUpTests();
    const run = await start();
    const points = [250, 1000, 8000].map((frequencyHz) => ({
      frequencyHz,
      responseDb: frequencyHz === 250 ? -40 : 0,
    }));
    const calibration: TestSetup['calibration'] = {
      ...{ type: 'response-file', name: 'soft', fit: 'over-ear', splAtFullScaleDb: 50 },
      points,
    };
    const refused = { code: 'tests/too-soft' };
    await expect(run.begin({ ...SETUP, calibration })).rejects.toMatchObject(refused);
    expect(existsSync(fileOf(folder))).toBe(false);
    await run.begin(SETUP);
    await expect(run.resume({ calibration })).rejects.toMatchObject(refused);
  });

  it.each(['the same answer again', 'an answer to a trial to come'])(
    'change nothing: %s',
    async (which) => {
      const { start, folder } = await setUpTests();
      const run = await start();
      const first = trialOf(await run.begin(SETUP));
      const second = await run.answer(answerTo(first));
      const before = readFileSync(fileOf(folder));
      const trial = which === 'the same answer again' ? first.index : first.index + 2;
      await expect(run.answer({ ...answerTo(first), trial })).rejects.toMatchObject({
        code: 'tests/stale-answer',
      });
      expect(readFileSync(fileOf(folder)).equals(before)).toBe(true);
      await expect(run.goOn()).resolves.toEqual(second);
    },
  );

  it('count once when they come at the same time', async () => {
    const run = await (await setUpTests()).start();
    const trial = trialOf(await run.begin(SETUP));
    const both = await Promise.allSettled([
      run.answer(answerTo(trial)),
      run.answer(answerTo(trial)),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a pause', () => {
  it('presents the running trial again, and does not count what is answered meanwhile', async () => {
    const run = await (await setUpTests()).start();
    const step = await take(run, await run.begin(SETUP), 4);
    await run.pause();
    expect(run.view()).toMatchObject({ paused: 'by-person' });
    const paused = { type: 'paused', reason: 'by-person' };
    await expect(run.answer(answerTo(trialOf(step)))).resolves.toEqual(paused);
    await expect(run.goOn()).resolves.toEqual(step);
    expect(run.view()).toMatchObject({ paused: null });
  });

  it('comes when a trial was given up because of presses, which count', async () => {
    const { start, stored } = await setUpTests();
    const run = await start();
    let step = await run.begin(SETUP);
    for (let time = 0; time < 2; time += 1) {
      const outcome = { type: 'discarded' } as const;
      step = await run.answer({ trial: trialOf(step).index, outcome, spontaneousPresses: 5 });
      expect(step).toEqual({ type: 'paused', reason: 'pressed-in-silence' });
      step = await run.goOn();
    }
    await take(run, step);
    expect(stored[0]!.test).toMatchObject({ confidence: 'low' });
  });

  it('comes when silence was answered twice', async () => {
    const run = await (await setUpTests()).start();
    let step = await run.begin(SETUP);
    while (step.type === 'present') step = await run.answer(answerTo(step.trial, true));
    expect(step).toEqual({ type: 'paused', reason: 'pressed-in-silence' });
    expect((await run.goOn()).type).toBe('present');
  });

  it('comes with another device; going on takes the one that was there', async () => {
    const { start, output, clock } = await setUpTests();
    const run = await start();
    const step = await run.begin(SETUP);
    output.change({ id: 'speakers' });
    await clock.advance(1000);
    expect(run.view()).toMatchObject({ paused: 'device-changed' });
    expect(clock.pendingTimers()).toBe(0);
    const paused = { type: 'paused', reason: 'device-changed' };
    await expect(run.answer(answerTo(trialOf(step)))).resolves.toEqual(paused);
    await expect(run.goOn()).resolves.toEqual(paused);
    output.change({ id: 'usb' });
    await expect(run.goOn()).resolves.toEqual(step);
    output.change({ id: 'speakers' });
    await clock.advance(1000);
    expect(run.view()).toMatchObject({ paused: 'device-changed' });
  });

  it('comes with another volume, which going on sets back where the system lets it', async () => {
    const { start, output, clock } = await setUpTests();
    const run = await start();
    const step = await run.begin(SETUP);
    output.change({ volume: 0.502 });
    await clock.advance(1000);
    expect(run.view()).toMatchObject({ paused: null });
    output.change({ volume: 0.55 });
    await clock.advance(1000);
    expect(run.view()).toMatchObject({ paused: 'volume-changed' });
    output.stuckAt = 0.6;
    await expect(run.goOn()).resolves.toEqual({ type: 'paused', reason: 'volume-changed' });
    output.stuckAt = null;
    await expect(run.goOn()).resolves.toEqual(step);
    expect(output.now.volume).toBe(0.5);
  });

  it('comes with the answer where the volume was changed just before it, which does not count', async () => {
    const { start, output } = await setUpTests();
    const run = await start();
    const step = await run.begin(SETUP);
    output.change({ volume: 0.9 });
    const paused = { type: 'paused', reason: 'volume-changed' };
    await expect(run.answer(answerTo(trialOf(step)))).resolves.toEqual(paused);
    await expect(run.goOn()).resolves.toEqual(step);
  });

  it('notices what was changed during it', async () => {
    const { start, output } = await setUpTests();
    const run = await start();
    await run.begin(SETUP);
    await run.pause();
    output.change({ id: null, device: null });
    await expect(run.goOn()).resolves.toEqual({ type: 'paused', reason: 'device-changed' });
  });

  it('comes at once where the volume was turned up, or the device changed, since the pre-flight', async () => {
    const { start, output } = await setUpTests();
    const run = await start();
    await run.setVolume(0.4);
    output.change({ volume: 1 });
    await expect(run.begin(SETUP)).resolves.toEqual({ type: 'paused', reason: 'volume-changed' });
    expect((await run.goOn()).type).toBe('present');
    expect(output.now.volume).toBe(0.4);
    run.leave();
    await run.setVolume(0.4);
    output.change({ id: 'speakers' });
    await expect(run.resume(SETUP)).resolves.toEqual({ type: 'paused', reason: 'device-changed' });
    run.leave();
    expect((await run.resume(SETUP)).type).toBe('present');
  });

  it('never comes of an output that tells nothing', async () => {
    const { start, output, clock } = await setUpTests();
    output.now = { id: null, device: null, volume: null };
    const run = await start();
    await run.begin(SETUP);
    output.change({ volume: 0.1 });
    await clock.advance(1000);
    expect(run.view()).toMatchObject({ paused: null });
  });
});

describe('another user', () => {
  it('stops the test, which waits for its own, and can take one beside it', async () => {
    const bench = await setUpTests();
    const run = await bench.start();
    await run.allowMicrophone(true);
    const step = await take(run, await run.begin(SETUP), 6);
    const mine = run.view();
    await run.show('bob');
    bench.person = { userId: 'bob', yearOfBirth: 1990 };
    expect(run.view()).toBeNull();
    expect(run.microphoneAllowed()).toBe(false);
    expect(bench.clock.pendingTimers()).toBe(0);
    await expect(run.answer(answerTo(trialOf(step)))).rejects.toMatchObject({
      code: 'tests/none-running',
    });
    await take(run, await run.begin(SETUP), 2);
    await run.show(null);
    await run.show('ann');
    bench.person = { userId: 'ann', yearOfBirth: 1966 };
    expect(run.view()).toEqual(mine);
    await expect(run.resume(SETUP)).resolves.toEqual(step);
  });

  it('gets no test that was still being begun', async () => {
    const bench = await setUpTests();
    const run = await bench.start();
    const beginning = run.begin(SETUP);
    const showing = run.show('bob');
    await expect(beginning).rejects.toMatchObject({ code: 'tests/none-running' });
    await showing;
    expect(run.view()).toBeNull();
    await run.show('ann');
    expect(run.view()).toMatchObject({ progress: 0 });
  });

  it('takes nothing along when one is removed', async () => {
    const bench = await setUpTests();
    const run = await bench.start();
    await run.begin(SETUP);
    await run.show('bob');
    bench.person = { userId: 'bob', yearOfBirth: 1990 };
    await run.begin(SETUP);
    await run.keepOnly(['bob']);
    expect(run.view()).not.toBeNull();
    await run.show('ann');
    expect(run.view()).toBeNull();
    await run.show('bob');
    expect(run.view()).not.toBeNull();
    await run.keepOnly([]);
    expect(run.view()).toBeNull();
    expect(readdirSync(bench.folder)).toEqual(['secrets.json', 'secrets.json.bak']);
  });
});

describe('on disk', () => {
  it('is nothing readable, and for the person only', async () => {
    const { start, folder } = await setUpTests();
    const run = await start();
    await take(run, await run.begin(SETUP), 10);
    expect(statSync(fileOf(folder)).mode & 0o777).toBe(0o600);
    expect(readFileSync(fileOf(folder)).includes('ann')).toBe(false);
  });

  it('is nothing at all without a keyring; the test can be finished all the same', async () => {
    const { start, folder, stored } = await setUpTests({ keyring: false });
    const run = await start();
    const step = await take(run, await run.begin(SETUP), 10);
    expect(existsSync(folder)).toBe(false);
    run.leave();
    await expect(run.resume(SETUP)).resolves.toEqual(step);
    await take(run, step);
    expect(stored).toHaveLength(1);
    expect(existsSync(folder)).toBe(false);
  });

  it('is nothing any more once it was discarded', async () => {
    const { start, folder } = await setUpTests();
    const run = await start();
    await run.begin(SETUP);
    await run.discard();
    expect(run.view()).toBeNull();
    expect(existsSync(fileOf(folder))).toBe(false);
  });
});

it('takes the microphone back when the page is gone or the test ends', async () => {
  const { start } = await setUpTests();
  const run = await start();
  expect(run.microphoneAllowed()).toBe(false);
  await run.allowMicrophone(true);
  const step = await run.begin(SETUP);
  expect(run.microphoneAllowed()).toBe(true);
  run.leave();
  expect(run.microphoneAllowed()).toBe(false);
  await run.resume(SETUP);
  await run.allowMicrophone(true);
  await take(run, step);
  expect(run.microphoneAllowed()).toBe(false);
});
