import { expect, it } from 'vitest';
import { seededRandom } from './random';

it('is the published sequence', () => {
  const random = seededRandom(0);
  expect([random(), random(), random()]).toEqual([
    0.26642920868471265, 0.0003297457005828619, 0.2232720274478197,
  ]);
});

it('is spread evenly', () => {
  const random = seededRandom(7);
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 10_000; i += 1) counts[Math.floor(random() * 10)]! += 1;
  expect(Math.max(...counts.map((count) => Math.abs(count - 1000)))).toBeLessThan(120);
});
