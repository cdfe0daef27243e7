import { describe, expect, it } from 'vitest';
import { anId, startLab } from '../spec-support/lab-bench';
import { openRealTarget } from './targets';

const setUp = async () => {
  const { companion, lab, deps, makeUser, current, network } = await startLab();
  const idOf = (key: string): string => key;
  const open = (ids: readonly string[]) =>
    openRealTarget({ companion, idOf, clock: deps.clock }, ids);
  return { companion, lab, makeUser, current, network, open };
};

describe('a soak in the running app', () => {
  it('leaves nobody logged in where nobody was', async () => {
    const { makeUser, companion, current, open } = await setUp();
    const id = await makeUser();
    await companion.core.userController.logout();
    const target = open([id, anId()]);
    expect(await target.swap(0)).toMatchObject({ ok: true });
    await target.close();
    expect(current()).toBeNull();
  });

  it('fails where whoever was logged in cannot be again', async () => {
    const { makeUser, companion, network, open } = await setUp();
    const first = await makeUser();
    const id = anId();
    await companion.core.registerApart(id as never);
    const target = open([id, first]);
    expect(await target.swap(0)).toMatchObject({ ok: true });
    await network.add({ kind: 'offline', call: 'login', once: false, share: 100 });
    await expect(target.close()).rejects.toMatchObject({ code: 'service/offline' });
  });
});
