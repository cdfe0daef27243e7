import { readFileSync, writeFileSync } from 'node:fs';
import type { CorruptFile } from '../../src/main/secrets/spec-support/corrupt-files';

type Random = () => number;
type Mutation = (good: Buffer, random: Random) => Buffer;

/** A stretch of `good`: mostly a short one. */
const stretch = (good: Buffer, random: Random): readonly [number, number] => {
  const start = Math.floor(random() * good.length);
  const length = 1 + Math.floor(random() ** 4 * good.length);
  return [start, Math.min(good.length, start + length)];
};

const noise = (length: number, random: Random): Buffer =>
  Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));

const around = (good: Buffer, [start, end]: readonly [number, number], middle: Buffer): Buffer =>
  Buffer.concat([good.subarray(0, start), middle, good.subarray(end)]);

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'bits flipped': (good, random) => {
    const changed = Buffer.from(good);
    for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
      const at = Math.floor(random() * changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return changed;
  },
  noise: (good, random) => {
    const at = stretch(good, random);
    return around(good, at, noise(at[1] - at[0], random));
  },
  zeros: (good, random) => {
    const at = stretch(good, random);
    return around(good, at, Buffer.alloc(at[1] - at[0]));
  },
  cut: (good, random) => good.subarray(0, Math.floor(random() * good.length)),
  'a stretch missing': (good, random) => around(good, stretch(good, random), Buffer.alloc(0)),
  'a stretch twice': (good, random) => {
    const [start, end] = stretch(good, random);
    return around(good, [end, end], good.subarray(start, end));
  },
  'noise added': (good, random) => {
    const [start] = stretch(good, random);
    return around(good, [start, start], noise(1 + Math.floor(random() * 64), random));
  },
};

/** `count` kinds of damage made from `random`, each named so that it can be found again in the same run. */
export const generateMutations = (count: number, random: Random): CorruptFile[] => {
  const kinds = Object.entries(MUTATIONS);
  return Array.from({ length: count }, (_, index) => {
    const [name, mutate] = kinds[Math.floor(random() * kinds.length)]!;
    // Drawn now: what is damaged how must not depend on which of two lanes comes first.
    const own = seededRandom(Math.floor(random() * 2 ** 31));
    return {
      name: `mutation ${index}: ${name}`,
      apply: (path) => writeFileSync(path, mutate(readFileSync(path), own)),
    };
  });
};

/** Numbers in [0, 1) that a seed gives again (mulberry32). */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
