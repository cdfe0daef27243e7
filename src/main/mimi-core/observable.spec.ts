import { describe, expect, it } from 'vitest';
import { createObservable } from './observable';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('an observable', () => {
  it('gives the current value first, asynchronously, then each one once and in order', async () => {
    const values = createObservable(0);
    const seen: number[] = [];
    values.observe((value) => seen.push(value));
    values.publish(1);
    values.publish(2);
    expect(seen).toEqual([]);
    await turn();
    expect(seen).toEqual([0, 1, 2]);
    expect(values.state).toBe(2);
  });

  it('a throwing, a rejecting and a slow listener harm nobody', async () => {
    const values = createObservable(0);
    const seen: number[] = [];
    values.observe(() => {
      throw new Error('mine');
    });
    const slow: readonly (() => unknown)[] = [
      () => Promise.reject(new Error('mine')),
      () => new Promise(() => undefined),
    ];
    for (const listener of slow) values.observe(listener);
    values.observe((value) => seen.push(value));
    values.publish(1);
    await turn();
    expect(seen).toEqual([0, 1]);
  });

  it('a listener that publishes keeps the order for all', async () => {
    const values = createObservable(0);
    const seen: number[][] = [[], []];
    values.observe((value) => {
      seen[0]?.push(value);
      if (value < 3) values.publish(value + 1);
    });
    values.observe((value) => seen[1]?.push(value));
    await turn();
    expect(seen[0]).toEqual([0, 1, 2, 3]);
    expect(seen[1]).toEqual([0, 1, 2, 3]);
  });

  it('unsubscribing ends it at once, also from within and for what was waiting', async () => {
    const values = createObservable(0);
    const seen: number[] = [];
    const stop = values.observe((value) => {
      seen.push(value);
      stop();
    });
    values.publish(1);
    await turn();
    expect(seen).toEqual([0]);
  });

  it('completing drops every listener and later ones', async () => {
    const values = createObservable(0);
    const seen: number[] = [];
    values.observe((value) => seen.push(value));
    values.complete();
    values.observe((value) => seen.push(value));
    values.publish(1);
    await turn();
    expect([seen, values.state]).toEqual([[], 0]);
  });
});
