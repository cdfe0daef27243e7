import { describe, expect, it, vi } from 'vitest';
import type { Result } from '../../contract/errors';
import type { Snapshot } from '../../contract/ipc/snapshot';
import { connectSnapshot } from './connect-snapshot';

const revision = (number: number): Snapshot => ({ revision: number }) as Snapshot;

/** Main as the window sees it: the answer to `snapshot` comes when the test says so. */
const fakeMain = () => {
  const order: string[] = [];
  let listener: ((snapshot: Snapshot) => void) | null = null;
  const answer = deferred<Result<Snapshot>>();
  return {
    order,
    publish: (number: number) => listener?.(revision(number)),
    isSubscribed: () => listener !== null,
    reply: async (result: Result<Snapshot>) => {
      answer.resolve(result);
      await answer.promise;
    },
    break: async () => {
      answer.reject(new Error('gone'));
      await answer.promise.catch(() => undefined);
    },
    app: {
      changed: (next: (snapshot: Snapshot) => void) => {
        order.push('changed');
        listener = next;
        return () => {
          listener = null;
        };
      },
      snapshot: () => {
        order.push('snapshot');
        return answer.promise;
      },
    },
  };
};

function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

const connected = () => {
  const main = fakeMain();
  const shown: number[] = [];
  const dispose = connectSnapshot(main.app, (snapshot) => shown.push(snapshot.revision));
  return { ...main, shown, dispose };
};

describe('connectSnapshot', () => {
  it('subscribes before it asks, so that nothing falls between', () => {
    expect(connected().order).toEqual(['changed', 'snapshot']);
  });

  it('drops the answer when an event overtook it', async () => {
    const main = connected();
    main.publish(5);
    await main.reply({ ok: true, value: revision(4) });
    expect(main.shown).toEqual([5]);
  });

  it('shows the answer, then only what is newer', async () => {
    const main = connected();
    await main.reply({ ok: true, value: revision(0) });
    for (const number of [1, 1, 3, 2, 4]) main.publish(number);
    expect(main.shown).toEqual([0, 1, 3, 4]);
  });

  it('lives on events alone when the answer is a refusal or never comes', async () => {
    const refused = connected();
    await refused.reply({ ok: false, error: { code: 'ipc/internal' } });
    refused.publish(1);
    const broken = connected();
    await broken.break();
    broken.publish(2);
    expect([refused.shown, broken.shown]).toEqual([[1], [2]]);
  });

  it('shows nothing after it was disposed', async () => {
    const main = connected();
    main.dispose();
    expect(main.isSubscribed()).toBe(false);
    await main.reply({ ok: true, value: revision(9) });
    expect(main.shown).toEqual([]);
  });

  it('removes its subscription once only', () => {
    const unsubscribe = vi.fn();
    const dispose = connectSnapshot(
      { changed: () => unsubscribe, snapshot: () => new Promise(() => undefined) },
      () => undefined,
    );
    dispose();
    expect(unsubscribe).toHaveBeenCalledTimes(1);
  });
});
