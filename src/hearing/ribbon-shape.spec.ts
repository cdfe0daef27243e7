import { describe, expect, it } from 'vitest';
import { bandAt, measuredSpan, pitchScale, RIBBON, ribbonPaths, sensitivity } from './ribbon-shape';

const ear = [
  { frequencyHz: 250, thresholdDbHl: 0 },
  { frequencyHz: 1000, thresholdDbHl: 10 },
  { frequencyHz: 4000, thresholdDbHl: 40 },
];

describe('ribbon', () => {
  it('never vanishes and never grows without bound', () => {
    expect([0, 35, 70, 130, -20].map(sensitivity)).toEqual([1, 0.5, 0.04, 0.04, 1.1]);
  });

  it('gives every octave the same length', () => {
    const octave = pitchScale(500) - pitchScale(250);
    expect(pitchScale(8000) - pitchScale(4000)).toBeCloseTo(octave, 8);
  });

  it.each(['right', 'left'] as const)(
    'draws the %s band as wide as the ear is sensitive',
    (side) => {
      const widthAt = (hz: number): number => {
        const { inner, outer } = bandAt(side, ear, pitchScale(hz));
        return Math.abs(outer - inner);
      };
      expect(widthAt(1000) / widthAt(250)).toBeCloseTo(sensitivity(10), 10);
      expect(widthAt(4000) / widthAt(250)).toBeCloseTo(sensitivity(40), 10);
    },
  );

  it('draws the right ear above the left, without touching, inside the picture', () => {
    for (let x = 0; x <= RIBBON.width; x += 16) {
      const right = bandAt('right', ear, x);
      const left = bandAt('left', ear, x);
      const edges = [0, right.outer, right.inner, left.inner, left.outer, RIBBON.height];
      expect(edges).toEqual(edges.toSorted((a, b) => a - b));
    }
  });

  it('knows where an ear was measured, and that one was not', () => {
    const [from, to] = measuredSpan(ear)!;
    expect(from * RIBBON.width).toBeCloseTo(pitchScale(250), 8);
    expect(to * RIBBON.width).toBeCloseTo(pitchScale(4000), 8);
    expect(measuredSpan(ear.slice(1, 2))).toEqual([expect.any(Number), expect.any(Number)]);
    expect(measuredSpan([])).toBeNull();
  });

  it('makes a closed path of each band', () => {
    const { right, left } = ribbonPaths({ right: ear, left: ear });
    expect(right).toMatch(/^M[^M]+Z$/);
    expect(left).toMatch(/^M[^M]+Z$/);
  });
});
