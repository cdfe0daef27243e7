import { expect, it } from 'vitest';
import { createGate } from './gate';

const pending = () => {
  let end: (failed?: boolean) => void = () => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    end = (failed) => (failed === true ? reject(new Error('failed')) : resolve());
  });
  return { promise, end };
};

const turns = async (): Promise<void> => {
  for (let n = 0; n < 20; n += 1) await Promise.resolve();
};

it('lets requests pass side by side and one task alone', async () => {
  const gate = createGate();
  const events: string[] = [];
  const [one, two, lone] = [pending(), pending(), pending()];
  const run = (name: string, until: Promise<void>) => async () => {
    events.push(`${name} begins`);
    await until;
    events.push(`${name} ends`);
  };
  const all = [
    gate.shared(run('one', one.promise)),
    gate.shared(run('two', two.promise)),
    gate.alone(run('lone', lone.promise)),
    gate.shared(run('late', Promise.resolve())),
    gate.alone(run('second', Promise.resolve())),
  ];
  await turns();
  expect(events).toEqual(['one begins', 'two begins']);
  one.end();
  two.end();
  await turns();
  expect(events.slice(2)).toEqual(['one ends', 'two ends', 'lone begins']);
  lone.end();
  await Promise.all(all);
  expect(events.slice(5)).toEqual([
    'lone ends',
    'second begins',
    'second ends',
    'late begins',
    'late ends',
  ]);
});

it('goes on after tasks that failed', async () => {
  const gate = createGate();
  await expect(gate.shared(() => Promise.reject(new Error('a')))).rejects.toThrow('a');
  await expect(gate.alone(() => Promise.reject(new Error('b')))).rejects.toThrow('b');
  await expect(gate.alone(() => Promise.resolve(1))).resolves.toBe(1);
  await expect(gate.shared(() => Promise.resolve(2))).resolves.toBe(2);
});
