import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { findCodes, stretch, type Pixels } from './find-codes';

const SEED = 20_261_122;
const TEXT = '7f1c0de5-0000-4000-8000-00005eed1234';

interface Taken {
  readonly side: number;
  readonly degrees: number;
  readonly dark: number;
  readonly light: number;
}

const LOOKS = [
  [0.25, 0.25],
  [0.25, 0.75],
  [0.75, 0.25],
  [0.75, 0.75],
] as const;

/** A photo of one code in the middle, every pixel the mean of four looks at the paper. */
const photo = (text: string, { side, degrees, dark, light }: Taken): Pixels => {
  const { data: code, size } = encode(text, { ecc: 'Q', border: 4 });
  const data = new Uint8ClampedArray(4 * side * side);
  const scale = size / (0.66 * side);
  const [sin, cos] = [Math.sin, Math.cos].map((f) => f((degrees * Math.PI) / 180)) as [
    number,
    number,
  ];
  const isDark = (x: number, y: number): boolean => {
    const [dx, dy] = [(x - side / 2) * scale, (y - side / 2) * scale];
    const column = Math.floor(dx * cos + dy * sin + size / 2);
    const row = Math.floor(dy * cos - dx * sin + size / 2);
    return code[row]?.[column] === true;
  };
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [at % side, Math.floor(at / side)];
    let share = 0;
    for (const [dx, dy] of LOOKS) share += isDark(x + dx, y + dy) ? 1 / LOOKS.length : 0;
    data.fill(light + (dark - light) * share, 4 * at, 4 * at + 3);
    data[4 * at + 3] = 255;
  }
  return { data, width: side, height: side };
};

const beside = (left: Pixels, right: Pixels): Pixels => {
  const data = new Uint8ClampedArray(left.data.length + right.data.length);
  const row = 4 * left.width;
  for (let y = 0; y < left.height; y += 1) {
    data.set(left.data.subarray(y * row, (y + 1) * row), 2 * y * row);
    data.set(right.data.subarray(y * row, (y + 1) * row), (2 * y + 1) * row);
  }
  return { data, width: 2 * left.width, height: left.height };
};

const GOOD: Taken = { side: 320, degrees: 0, dark: 0, light: 255 };

describe('finding codes in a picture', () => {
  it(`finds one however it is turned, large or small, on any grey (seed ${SEED})`, () => {
    const taken = fc.record({
      side: fc.integer({ min: 220, max: 360 }),
      degrees: fc.integer({ min: 0, max: 359 }),
      dark: fc.integer({ min: 0, max: 90 }),
      light: fc.integer({ min: 140, max: 255 }),
    });
    let found = 0;
    for (const each of fc.sample(taken, { seed: SEED, numRuns: 12 }))
      found += Number(findCodes(photo(TEXT, each))[0] === TEXT);
    expect(found).toBeGreaterThanOrEqual(11);
  }, 20_000);

  it('finds a pale one once light and dark are stretched', () => {
    const pale = { ...GOOD, dark: 136, light: 150 };
    expect(findCodes(photo(TEXT, pale))).toEqual([]);
    expect(findCodes(stretch(photo(TEXT, pale)))).toEqual([TEXT]);
  });

  it('tells two codes from one, and the same one twice from two', () => {
    const [one, two] = [photo(TEXT, GOOD), photo('something else', { ...GOOD, degrees: 20 })];
    expect(findCodes(beside(one, two)).toSorted()).toEqual([TEXT, 'something else']);
    expect(findCodes(beside(one, one))).toEqual([TEXT]);
  });

  it('finds none in nothing, in one colour and in noise', () => {
    const flat = { data: new Uint8ClampedArray(4 * 50 * 50).fill(200), width: 50, height: 50 };
    const noise = fc.sample(fc.uint8Array({ minLength: 40_000, maxLength: 40_000 }), {
      seed: SEED,
      numRuns: 1,
    });
    const noisy = { data: new Uint8ClampedArray(noise[0] ?? []), width: 100, height: 100 };
    for (const pixels of [flat, stretch(flat), noisy, stretch(noisy)])
      expect(findCodes(pixels)).toEqual([]);
  });
});
