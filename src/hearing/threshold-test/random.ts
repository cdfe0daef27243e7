/**
 * Uniform numbers in [0, 1) from a uint32 seed, the same on every machine: a Weyl sequence through a 32-bit
 * mixer ("mulberry32", public domain). For schedules and simulations, not for secrets.
 */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
