import { describe, expect, it } from 'vitest';
import { labSnapshotSchema } from '../../../contract/ipc/lab/lab';
import { createLabSessionHandlers } from '../handlers/session-handlers';
import { startLab } from '../spec-support/lab-bench';

const setUp = async () => {
  const run = await startLab();
  return { ...run, session: createLabSessionHandlers(run.lab, run.deps) };
};

const tokens = (requests: readonly string[]): string[] =>
  requests.filter((each) => each.startsWith('POST /oauth/token'));

describe('the session controls', () => {
  it('skip what nobody is there for', async () => {
    const { session, requests } = await setUp();
    const outcomes = [
      await session.logout(),
      await session.expireToken(),
      await session.reload(),
      await session.deleteUser({ confirmation: 'DELETE' }),
      await session.cancel(),
    ];
    expect(outcomes.map(({ type }) => type)).toEqual(Array(5).fill('Skipped'));
    expect(requests()).toEqual([]);
  });

  it('log out and keep the id', async () => {
    const { session, makeUser, current, companion } = await setUp();
    await makeUser();
    expect(await session.logout()).toMatchObject({ type: 'Success', code: null });
    expect(current()).toBeNull();
    expect(companion.snapshot().session).toMatchObject({ reason: 'by-person' });
    expect(companion.snapshot().session).not.toMatchObject({ keptProfile: null });
  });

  it('reload without asking for a token while the old one is good', async () => {
    const { session, makeUser, requests } = await setUp();
    await makeUser();
    const before = tokens(requests()).length;
    expect(await session.reload()).toMatchObject({ type: 'Success' });
    expect(tokens(requests())).toHaveLength(before);
  });

  it('expire the token: the next call renews it first', async () => {
    const { session, makeUser, requests, current } = await setUp();
    const me = await makeUser();
    for (let time = 0; time < 2; time += 1) {
      const before = tokens(requests()).length;
      expect(await session.expireToken()).toMatchObject({ type: 'Success' });
      expect(await session.reload()).toMatchObject({ type: 'Success' });
      expect(tokens(requests()).slice(before)).toEqual(['POST /oauth/token 200']);
    }
    expect(current()).toBe(me);
  });

  it('refuse the next renewal once: the engine logs in by the id', async () => {
    const { session, makeUser, current, network, companion } = await setUp();
    const me = await makeUser();
    expect(await session.refuseNextRefresh()).toMatchObject({ type: 'Success' });
    expect(network.isOn()).toBe(true);
    await session.expireToken();
    expect(await session.reload()).toMatchObject({ type: 'Success' });
    expect(current()).toBe(me);
    expect(network.isOn()).toBe(false);
    const rows = companion.journal.events().flatMap((e) => ('row' in e ? [e.row] : []));
    expect(rows.filter((row) => row === '31' || row === '31b')).toEqual(['31', '31b']);
  });

  it('tell the failure of a reload and leave who is there', async () => {
    const { session, makeUser, current, bench } = await setUp();
    const me = await makeUser();
    bench.offline = true;
    expect(await session.reload()).toMatchObject({ type: 'Failure', code: 'service/offline' });
    expect(current()).toBe(me);
  });

  it('delete only with the word, and then for good', async () => {
    const { session, makeUser, current, ids, keyOf } = await setUp();
    await makeUser();
    await ids.addCurrent({ label: 'me' });
    await expect(session.deleteUser({ confirmation: 'yes' })).rejects.toThrow(
      'input/confirmation-mismatch',
    );
    expect(current()).not.toBeNull();
    expect(await session.deleteUser({ confirmation: ' delete ' })).toMatchObject({
      type: 'Success',
    });
    expect(current()).toBeNull();
    expect(await ids.swap({ key: keyOf('me') })).toMatchObject({ code: 'session/user-deleted' });
  });

  it('cancel what runs: nothing changes', async () => {
    const { session, makeUser, current, network, ids, keyOf, lab } = await setUp();
    const me = await makeUser();
    await ids.createUsers({ count: 1, label: 'other' });
    await network.add({ kind: 'timeout', call: 'login', once: false, share: 100 });
    const swapping = ids.swap({ key: keyOf('other') });
    expect(lab.snapshot().running).toMatchObject({ operation: 'swap', done: null });
    expect(await session.cancel()).toMatchObject({ type: 'Success' });
    expect(await swapping).toMatchObject({ type: 'Cancelled', code: null });
    expect(current()).toBe(me);
    expect(lab.table.view()[0]).toMatchObject({ lastOutcome: null, lastUsedAt: null });
  });
});

describe('the snapshot', () => {
  it('tells where the engine stands', async () => {
    const { lab, makeUser, events, companion } = await setUp();
    await makeUser();
    await companion.core.userController.refreshUser();
    expect(lab.snapshot()).toMatchObject({
      engine: {
        state: 'Active',
        row: { name: '37b', event: 'reloaded', guard: 'confirmed' },
        loading: { status: 'done' },
        hasPending: false,
        outbox: { revoke: 0, 'year-of-birth': 0 },
      },
      service: { kind: 'embedded', baseUrl: null, clientId: null, isFixed: false },
      running: null,
      activeFaults: 0,
    });
    expect(labSnapshotSchema.parse(lab.snapshot())).toEqual(lab.snapshot());
    await expect
      .poll(() => events.filter(([channel]) => channel === 'lab:changed').length)
      .toBeGreaterThan(0);
    const revisions = events.flatMap(([channel, payload]) =>
      channel === 'lab:changed' ? [(payload as { revision: number }).revision] : [],
    );
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    expect(new Set(revisions).size).toBe(revisions.length);
  });
});
