import { describe, expect, it } from 'vitest';
import { createChecks } from './check-sounds';
import type { SoundRequest } from './sound-messages';

const makeBench = () => {
  const asked: SoundRequest[] = [];
  return { asked, checks: createChecks((request) => asked.push(request)) };
};

/** Whether a promise has resolved by now. */
const isOver = async (sound: Promise<void>): Promise<boolean> =>
  Promise.race([sound.then(() => true), new Promise<boolean>((r) => setImmediate(r, false))]);

describe('a check', () => {
  it('is over when the generator says that this one is', async () => {
    const { asked, checks } = makeBench();
    const burst = checks.sounds.burst('left');
    expect(asked).toEqual([{ type: 'check', id: 1, sound: 'burst', ear: 'left' }]);
    checks.noteEnded(99);
    expect(await isOver(burst)).toBe(false);
    checks.noteEnded(1);
    expect(await isOver(burst)).toBe(true);
  });

  it('is over when another begins, and when all is silenced', async () => {
    const { checks } = makeBench();
    const first = checks.sounds.leakage('left');
    const second = checks.sounds.seal('right');
    expect(await isOver(first)).toBe(true);
    expect(await isOver(second)).toBe(false);
    checks.end();
    expect(await isOver(second)).toBe(true);
  });
});

describe('speech', () => {
  it('follows its control until it is stopped, and only then is silenced', () => {
    const { asked, checks } = makeBench();
    const speech = checks.sounds.speech(-50);
    speech.setLevel(-45);
    speech.stop();
    speech.stop();
    speech.setLevel(-30);
    expect(asked).toEqual([
      { type: 'speech', levelDbFs: -50 },
      { type: 'speech', levelDbFs: -45 },
      { type: 'silence' },
    ]);
  });

  it('that was silenced from elsewhere does not come back with its control', () => {
    const { asked, checks } = makeBench();
    const speech = checks.sounds.speech(-50);
    checks.end();
    speech.setLevel(-45);
    speech.stop();
    expect(asked).toEqual([{ type: 'speech', levelDbFs: -50 }]);
  });
});
