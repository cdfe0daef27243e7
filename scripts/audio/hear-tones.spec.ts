import { describe, expect, it } from 'vitest';
import { createToneGenerator } from '../../src/renderer/audio/tone-generator';
import { createToneEar, type HeardTone } from './hear-tones';
import { MEASURED } from './known-levels';
import { createReactions, randomListener } from './listener';

const RATE = 48_000;

/** What a robot's ear makes of tones that begin at these seconds, heard in pieces of odd length. */
const hear = (
  tones: readonly { at: number; ear: 'left' | 'right'; hz: number; dbHl: number }[],
) => {
  const generator = createToneGenerator(MEASURED, RATE);
  const heard: HeardTone[] = [];
  const ear = createToneEar([250, 1000, 4000], RATE, (tone) => heard.push(tone));
  const waiting = [...tones];
  for (let frame = 0; frame < 5 * RATE; frame += 997) {
    const next = waiting[0];
    if (next && next.at * RATE <= frame) {
      generator.playTone({ ...next, frequencyHz: next.hz, levelDbHl: next.dbHl }, frame);
      waiting.shift();
    }
    const [left, right] = [new Float32Array(997), new Float32Array(997)];
    generator.render(left, right, frame);
    ear({ left, right });
  }
  return heard;
};

describe('the ear of the robot listener', () => {
  it('hears each tone once, with its ear, frequency and level', () => {
    const heard = hear([
      { at: 0.1, ear: 'left', hz: 1000, dbHl: 30 },
      { at: 2.5, ear: 'right', hz: 250, dbHl: 0 },
    ]);
    expect(heard).toMatchObject([
      { ear: 'left', frequencyHz: 1000 },
      { ear: 'right', frequencyHz: 250 },
    ]);
    expect(heard[0]?.dbFs).toBeCloseTo(30 + 5.5 - 100, 2);
    expect(heard[1]?.dbFs).toBeCloseTo(18 - 100, 2);
  });

  it('hears nothing in silence', () => {
    expect(hear([])).toEqual([]);
  });
});

describe('the robot listener', () => {
  const { thresholds } = randomListener(1, 2026);
  const share = (above: number): number => {
    const react = createReactions(thresholds, 1);
    const level = (thresholds.left[1000] ?? 0) + above;
    const times = Array.from({ length: 2000 }, () => react('left', 1000, level));
    return times.filter((time) => time !== null).length / times.length;
  };

  it('presses for half of the tones at its threshold, hardly below and nearly always above', () => {
    expect(share(0)).toBeCloseTo(0.5, 1);
    expect(share(-10)).toBeLessThan(0.02);
    expect(share(10)).toBeGreaterThan(0.94);
  });

  it('is the same person for the same seed', () => {
    expect(randomListener(1, 2026).thresholds).toEqual(thresholds);
    expect(randomListener(2, 2026).thresholds).not.toEqual(thresholds);
  });
});
