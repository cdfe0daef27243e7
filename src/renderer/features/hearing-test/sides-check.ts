import type { Ear } from '../../../hearing/hearing-test';

/** Bursts of the left/right check. */
const BURSTS = 4;

/** Which ear each burst goes to; never all to the same. `random` answers 0 up to 1. */
export const drawSides = (random: () => number): Ear[] => {
  const sides = Array.from({ length: BURSTS }, (): Ear => (random() < 0.5 ? 'left' : 'right'));
  if (!sides.every((side) => side === sides[0])) return sides;
  const odd = Math.floor(random() * BURSTS);
  return sides.map((side, index) => (index === odd ? (side === 'left' ? 'right' : 'left') : side));
};

/** What the answers say: every one right, every one the other way round, or a mixture. */
export type SidesVerdict = 'right' | 'turned' | 'mixed';

/** Compares the bursts with the answers to them, of the same number. */
export const judgeSides = (played: readonly Ear[], heard: readonly Ear[]): SidesVerdict => {
  const hits = played.filter((side, index) => side === heard[index]).length;
  if (hits === played.length) return 'right';
  return hits === 0 ? 'turned' : 'mixed';
};
