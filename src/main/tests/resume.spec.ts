import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestSetup } from '../../contract/ipc/tests';
import { CORRUPT_FILES } from '../secrets/spec-support/corrupt-files';
import { answerTo, SETUP, setUpTests, take, trialOf } from './spec-support/test-bench';

const ENGINES = ['bayesian', 'hughson-westlake'] as const satisfies TestSetup['engine'][];

describe.each(ENGINES)(
  'a test with the %s engine, interrupted after every third answer',
  (engine) => {
    it('goes on at the same trial and comes to the same result', async () => {
      const whole = await setUpTests();
      const alone = await whole.start();
      await take(alone, await alone.begin({ ...SETUP, engine }));

      const bench = await setUpTests();
      let run = await bench.start();
      let step = await run.begin({ ...SETUP, engine });
      while (step.type === 'present') {
        const next = await run.answer(answerTo(step.trial));
        if (next.type === 'present' && next.trial.index % 3 !== 0) {
          step = next;
          continue;
        }
        const seen = run.view();
        // The process is gone: nothing is told to the run any more.
        run = await bench.start();
        if (next.type === 'finished') break;
        expect(run.view()).toEqual(seen);
        step = await run.resume(SETUP);
        expect(step).toEqual(next);
      }
      const [{ test }] = bench.stored as [(typeof bench.stored)[number]];
      expect(test).toEqual({ ...whole.stored[0]!.test, id: test.id });
    }, 30_000);
  },
);

it('counts an answer whose reply was lost', async () => {
  const bench = await setUpTests();
  const run = await bench.start();
  const trial = trialOf(await run.begin(SETUP));
  void run.answer(answerTo(trial));
  await run.dispose();
  const later = await bench.start();
  expect(trialOf(await later.resume(SETUP)).index).toBe(trial.index + 1);
});

it('is played within the ceilings of the calibration it goes on with, and told as its lesser one', async () => {
  const bench = await setUpTests();
  const run = await bench.start();
  let step = await run.begin(SETUP);
  while (step.type === 'present' && step.trial.levelDbHl < 60) {
    step = await run.answer(answerTo(step.trial, false));
  }
  const asked = trialOf(step).levelDbHl;
  const calibration = { type: 'unknown', splAtFullScaleDb: 60 } as const;
  const softer = trialOf(await run.resume({ calibration }));
  // -12 dBFS of 60 dB SPL, less a reference threshold between 0 and 10 dB.
  expect(softer.levelDbHl).toBeLessThan(50);
  expect(trialOf(await run.resume(SETUP)).levelDbHl).toBe(asked);
  await take(run, { type: 'present', trial: softer });
  expect(bench.stored[0]!.test).toMatchObject({ tier: 'C' });
});

it('says “not heard” of no level that could not be played since', async () => {
  const bench = await setUpTests();
  await (await bench.start()).begin(SETUP);
  const run = await bench.start();
  const calibration = { ...SETUP.calibration, splAtFullScaleDb: 60 };
  let step = await run.resume({ calibration });
  let loudest = 0;
  while (step.type === 'present') {
    loudest = Math.max(loudest, step.trial.levelDbHl);
    step = await run.answer(answerTo(step.trial, false));
  }
  const thresholds = Object.values(bench.stored[0]!.test.ears).flat();
  expect(loudest).toBe(54.5);
  for (const { theta50DbHl, flag } of thresholds) {
    expect(flag).toBe('no-response');
    expect(theta50DbHl).toBeLessThanOrEqual(loudest);
  }
});

it('says “not heard” of no level that the page had to hold back', async () => {
  const bench = await setUpTests();
  const run = await bench.start();
  let step = await run.begin(SETUP);
  while (step.type === 'present') {
    const { levelDbHl, silent } = step.trial;
    const isHeldBack = !silent && levelDbHl > 50;
    step = await run.answer({
      ...answerTo(step.trial, false),
      ...(isHeldBack && { playedDbHl: 50 }),
    });
  }
  for (const { theta50DbHl, flag } of Object.values(bench.stored[0]!.test.ears).flat())
    expect([theta50DbHl, flag]).toEqual([50, 'no-response']);
});

it('found damaged goes with its user all the same', async () => {
  const { start, folder } = await setUpTests();
  await (await start()).begin(SETUP);
  writeFileSync(join(folder, 'unfinished-test.json'), 'broken');
  await (await start()).keepOnly([]);
  expect(readdirSync(folder)).toEqual(['secrets.json', 'secrets.json.bak']);
});

describe.each(CORRUPT_FILES)('an unfinished test found as: $name', ({ apply }) => {
  it('counts as none and is set aside; another can be begun', async () => {
    const { start, folder } = await setUpTests();
    const path = join(folder, 'unfinished-test.json');
    const run = await start();
    await take(run, await run.begin(SETUP), 2);
    apply(path);
    const later = await start();
    expect(later.view()).toBeNull();
    const isAside = (name: string): boolean => name.startsWith('unfinished-test.unreadable-');
    expect(readdirSync(folder).filter(isAside)).toHaveLength(1);
    expect(trialOf(await later.begin(SETUP)).index).toBe(0);
    expect((await start()).view()).not.toBeNull();
  });
});
