import { expect, it } from 'vitest';
import { createInTurn } from './in-turn';

it('runs one at a time and in order, and goes on after a failure', async () => {
  const inTurn = createInTurn();
  const told: string[] = [];
  const step = (name: string) => async (): Promise<string> => {
    told.push(`${name} begins`);
    await Promise.resolve();
    told.push(`${name} ends`);
    if (name === 'b') throw new Error('b failed');
    return name;
  };
  const results = await Promise.allSettled(['a', 'b', 'c'].map((name) => inTurn(step(name))));
  expect(told).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  expect(results).toEqual([
    { status: 'fulfilled', value: 'a' },
    { status: 'rejected', reason: new Error('b failed') },
    { status: 'fulfilled', value: 'c' },
  ]);
});
