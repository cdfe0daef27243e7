import { describe, expect, it } from 'vitest';
import type { TestEngine } from '../hearing-test';
import {
  configOf,
  erraticListener,
  exactListener,
  pressed,
  silent,
  takeTest,
} from './spec-support/take-test';
import { createThresholdTest, type ThresholdTest } from './threshold-test';
import type { Answer, ThresholdTestConfig, Trial } from './types';

const discarded: Answer = { type: 'discarded', spontaneousPresses: 0 };
const ENGINES: readonly TestEngine[] = ['bayesian', 'hughson-westlake'];
/** Milliseconds a test may take on a busy machine. */
const timeout = 30_000;

describe('ten silent trials', { timeout }, () => {
  it.each(ENGINES)('are in every usual test, at places of its seed (%s)', (engine) => {
    const places = (seed: number) => {
      const { trials } = takeTest(
        configOf({ engine, seed }),
        exactListener(() => 20),
      );
      return trials.filter((trial) => trial.silent).map(({ index }) => index);
    };
    for (let seed = 3; seed < 8; seed += 1) expect(places(seed)).toHaveLength(10);
    expect(places(1)).toEqual(places(1));
    expect(places(1)).not.toEqual(places(2));
  });

  it('lead to a reminder at the second press, and to doubt at the third', () => {
    const hears = exactListener(() => 20);
    const test = createThresholdTest(configOf());
    const reminders: number[] = [];
    for (let trial = test.trial(); trial; trial = test.trial()) {
      const { hits } = test.result().catchTrials;
      test.answer(trial.silent && hits < 3 ? pressed : hears(trial));
      if (test.attention === 'reinstruct') reminders.push(test.result().catchTrials.hits);
    }
    expect(reminders).toEqual([2]);
    expect(test.result()).toMatchObject({ catchTrials: { count: 10, hits: 3 }, confidence: 'low' });
  });
});

describe('a trial that does not count', { timeout }, () => {
  const discarding = (every: number) => {
    const hears = exactListener((ear) => (ear === 'left' ? 25 : 35));
    let count = 0;
    return (trial: Trial): Answer => {
      count += 1;
      return count % every === 0 ? discarded : hears(trial);
    };
  };

  it('is played again at its level', () => {
    const test = createThresholdTest(configOf());
    const first = test.trial();
    test.answer(discarded);
    expect(test.trial()).toMatchObject({
      ...{ index: 1, levelDbHl: first?.levelDbHl, frequencyHz: 1000, silent: false },
    });
  });

  it('changes nothing of what is found', () => {
    const whole = takeTest(configOf(), discarding(Infinity)).test.result();
    const broken = takeTest(configOf(), discarding(3)).test.result();
    expect(broken.ears).toEqual(whole.ears);
    expect(broken.catchTrials).toEqual({ count: 10, hits: 0 });
  });
});

describe('interrupted anywhere', { timeout }, () => {
  const stateOf = (test: ThresholdTest) => ({
    ...{ trial: test.trial(), progress: test.progress(), attention: test.attention },
    result: test.result(),
  });
  const again = ({ config, answers }: ThresholdTest): ThresholdTest => {
    const kept = JSON.parse(JSON.stringify({ config, answers })) as {
      config: ThresholdTestConfig;
      answers: Answer[];
    };
    const test = createThresholdTest(kept.config);
    kept.answers.forEach((answer) => test.answer(answer));
    return test;
  };

  it.each(ENGINES)('it goes on as if it had not been (%s)', (engine) => {
    const listener = erraticListener(3, 0.45);
    const test = createThresholdTest(configOf({ engine, frequenciesHz: [500, 1000] }));
    while (test.trial()) {
      expect(stateOf(again(test))).toEqual(stateOf(test));
      test.answer(listener());
    }
    expect(stateOf(again(test))).toEqual(stateOf(test));
  });

  it('refuses an answer too many', () => {
    const { test } = takeTest(
      configOf({ frequenciesHz: [1000] }),
      exactListener(() => 20),
    );
    expect(() => test.answer(silent)).toThrow('finished');
  });
});

describe('spontaneous presses', () => {
  it('count for the ear they came in, and more than six of one ear cast doubt', () => {
    const listener = exactListener(() => 20);
    let left = 7;
    const { test } = takeTest(configOf(), (trial) => {
      const answer = listener(trial);
      if (trial.ear === 'right' || left === 0) return answer;
      left -= 1;
      return { ...answer, spontaneousPresses: 1 };
    });
    expect(test.result()).toMatchObject({
      ...{ spontaneousPresses: { left: 7, right: 0 }, doubts: ['spontaneous-presses'] },
    });
  });
});

describe('pressing all the time', () => {
  it('until a trial is given up counts, and leads to a reminder', () => {
    const hears = exactListener(() => 20);
    const test = createThresholdTest(configOf());
    test.answer({ ...discarded, spontaneousPresses: 4 });
    expect(test.attention).toBe('none');
    test.answer({ ...discarded, spontaneousPresses: 5 });
    expect(test.attention).toBe('reinstruct');
    for (let trial = test.trial(); trial; trial = test.trial()) test.answer(hears(trial));
    expect(test.result()).toMatchObject({
      ...{ spontaneousPresses: { right: 9, left: 0 }, doubts: ['spontaneous-presses'] },
    });
  });
});

describe('a config no test can be made of', () => {
  it.each<[string, ThresholdTestConfig]>([
    ['no frequency', configOf({ frequenciesHz: [] })],
    ['an unknown frequency', configOf({ frequenciesHz: [1000, 1234] })],
    ['a missing ceiling', configOf({ ceilingDbHl: { 1000: 80 } })],
    ['a ceiling above 80 dB HL', configOf({}, 80.5)],
    ['a ceiling just above the floor', configOf({ floorDbHl: 5 }, 12)],
    ['a floor that is no number', configOf({ floorDbHl: Number.NaN })],
  ])('%s is refused', (_, config) => expect(() => createThresholdTest(config)).toThrow(RangeError));
});
