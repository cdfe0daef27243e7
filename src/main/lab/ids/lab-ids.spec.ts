import { describe, expect, it } from 'vitest';
import { isAnonymousId } from '../../../contract/anonymous-id';
import { labIds } from '../../../contract/ipc/lab/ids';
import type { LabRunning } from '../../../contract/ipc/lab/lab';
import { setUpHandlers } from '../../handlers/spec-support/handlers-bench';
import { anId, startLab } from '../spec-support/lab-bench';

const stranger = '3f1d2c4b-5a69-4788-9900-aabbccddeeff';

describe('the table of ids', () => {
  it('takes what is new of the clipboard and tells of every line', async () => {
    const { paste, labels } = await startLab();
    const [a, b] = [anId(), anId()];
    expect(await paste(`A,${a}\n${a}\nnonsense`)).toMatchObject({
      lines: [{ status: 'new' }, { status: 'repeated' }, { line: 3, status: 'malformed' }],
    });
    expect(await paste(`${a}\nB;${b}`)).toMatchObject({
      lines: [{ status: 'known' }, { status: 'new' }],
    });
    expect(labels()).toEqual(['A', 'B']);
  });

  it('is as it was after a restart, in its order, and holds no id in any view', async () => {
    const bench = setUpHandlers();
    const first = await startLab(bench);
    const ids = [anId(), anId(), anId()];
    await first.paste(ids.map((id, at) => `row ${at},${id}`).join('\n'));
    await first.ids.move({ key: first.keyOf('row 2'), to: 0 });
    await first.ids.rename({ key: first.keyOf('row 0'), label: '  Anna\u0000 ' });
    await first.ids.remove({ keys: [first.keyOf('row 1')] });
    await first.quit();
    const again = await startLab(bench);
    expect(again.labels()).toEqual(['row 2', 'Anna']);
    const list = await again.ids.list();
    expect(labIds.list.output.parse(list)).toEqual(list);
    for (const id of ids) {
      expect(
        JSON.stringify([list, first.events, again.events, again.lab.snapshot()]),
      ).not.toContain(id);
    }
  });

  it('keeps removed what is moved in the same moment', async () => {
    const { paste, labels, ids, keyOf } = await startLab();
    await paste(`A,${anId()}\nB,${anId()}`);
    const key = keyOf('A');
    await Promise.all([ids.remove({ keys: [key] }), ids.move({ key, to: 1 })]);
    expect(labels()).toEqual(['B']);
  });

  it('makes no user of a row that was removed before its turn', async () => {
    const { ids, keyOf, labels, companion } = await startLab();
    const asked: string[] = [];
    companion.core.registerApart = async (id) => {
      asked.push(id);
      if (asked.length === 1) await ids.remove({ keys: [keyOf('new 2')] });
    };
    await ids.createUsers({ count: 3, label: 'new' });
    expect(labels()).toEqual(['new 1', 'new 3']);
    expect(asked).toHaveLength(2);
  });

  it('changes nothing when it cannot be written', async () => {
    const { paste, labels, ids, keyOf, companion } = await startLab();
    await paste(`A,${anId()}`);
    companion.secrets.update = () => Promise.reject(new Error('disk full'));
    await expect(paste(`B,${anId()}`)).rejects.toThrow();
    await expect(ids.remove({ keys: [keyOf('A')] })).rejects.toThrow();
    expect(labels()).toEqual(['A']);
  });

  it('refuses a key that is gone and does nothing', async () => {
    const { ids, paste, keyOf, labels, current } = await startLab();
    await paste(`A,${anId()}`);
    const key = keyOf('A');
    await ids.remove({ keys: [key] });
    const calls = [
      async () => ids.rename({ key, label: 'B' }),
      async () => ids.move({ key, to: 0 }),
      async () => ids.copy({ key }),
      async () => ids.reveal({ key }),
      async () => ids.swap({ key }),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow('lab/unknown-key');
    expect(labels()).toEqual([]);
    expect(current()).toBeNull();
  });

  it('removes a row and neither who is logged in nor who is kept', async () => {
    const { makeUser, ids, keyOf, current, companion } = await startLab();
    const id = await makeUser();
    await ids.addCurrent({ label: 'me' });
    await ids.remove({ keys: [keyOf('me')] });
    expect(current()).toBe(id);
    expect(companion.snapshot().session.status).toBe('active');
  });

  it('keeps the ids of another service and sends them to nobody', async () => {
    const { lab, ids, keyOf, requests } = await startLab();
    const service = 'https://sandbox.example#team';
    const anonymousId = isAnonymousId(stranger) ? stranger : null;
    await lab.add([{ line: 1, label: 'far', anonymousId, service, product: null }]);
    const before = requests().length;
    expect((await ids.list()).ids[0]).toMatchObject({
      isUsable: false,
      serviceHost: 'sandbox.example',
    });
    expect(await ids.swap({ key: keyOf('far') })).toMatchObject({
      type: 'Failure',
      code: 'lab/other-service',
    });
    expect(requests()).toHaveLength(before);
  });

  it.each(['nowhere', 'Embedded', 'mailto:team'])(
    'shows the ids of %s as those of another service',
    async (service) => {
      const { lab } = await startLab();
      const anonymousId = isAnonymousId(stranger) ? stranger : null;
      await lab.add([{ line: 1, label: 'far', anonymousId, service, product: null }]);
      expect(lab.table.view()).toMatchObject([{ isUsable: false, serviceHost: '?' }]);
    },
  );

  it('shows and copies one id on purpose', async () => {
    const { paste, ids, keyOf, revealed, bench } = await startLab();
    const id = anId();
    await paste(`A,${id}`);
    await ids.reveal({ key: keyOf('A') });
    expect(revealed).toMatchObject([{ anonymousId: id, label: 'A' }]);
    await ids.copy({ key: keyOf('A') });
    expect(bench.clipboard.text).toBe(id);
  });
});

describe('swapping', () => {
  it('tells Failure and Skipped, and leaves who is logged in', async () => {
    const { makeUser, paste, ids, keyOf, current, bench, lab } = await startLab();
    const me = await makeUser();
    await paste(`unknown,${anId()}`);
    expect(await ids.swap({ key: keyOf('unknown') })).toMatchObject({
      type: 'Failure',
      code: 'session/unknown-id',
    });
    expect(lab.table.view()[0]).toMatchObject({
      lastOutcome: { type: 'Failure', code: 'session/unknown-id' },
      isCurrent: false,
    });
    for (const [text, type, code] of [
      ['', 'Skipped', null],
      [' \n', 'Skipped', null],
      [` ${anId()}`, 'Failure', 'session/invalid-id-format'],
      [anId().toUpperCase(), 'Failure', 'session/invalid-id-format'],
    ] as const) {
      bench.clipboard.text = text;
      expect(await ids.swapClipboard()).toMatchObject({ type, code });
    }
    expect(current()).toBe(me);
  });

  it('makes another one current, marks both rows and remembers', async () => {
    const { makeUser, ids, keyOf, current, lab, events } = await startLab();
    const me = await makeUser();
    await ids.addCurrent({ label: 'me' });
    await ids.createUsers({ count: 1, label: 'other' });
    events.length = 0;
    expect(await ids.swap({ key: keyOf('other') })).toMatchObject({ type: 'Success' });
    expect(current()).not.toBe(me);
    expect(lab.table.view().map(({ label, isCurrent }) => [label, isCurrent])).toEqual([
      ['me', false],
      ['other', true],
    ]);
    const rows = events.flatMap(([channel, payload]) =>
      channel === 'labIds:changed' ? [payload as { rows: { label: string }[] | null }] : [],
    );
    expect(rows.some((each) => each.rows?.length === 2)).toBe(true);
    expect(rows.at(-1)?.rows).toMatchObject([{ label: 'other', lastOutcome: { type: 'Success' } }]);
  });
});

describe('new users', () => {
  it('are there on the service, and who is logged in stays', async () => {
    const { makeUser, ids, keyOf, current, labels, requests } = await startLab();
    const me = await makeUser();
    const made = await ids.createUsers({ count: 3, label: 'new' });
    expect(made).toMatchObject({ created: 3, outcome: { type: 'Success' } });
    expect(labels()).toEqual(['new 1', 'new 2', 'new 3']);
    expect(current()).toBe(me);
    // Their sessions are given up.
    expect(requests().filter((each) => each === 'POST /oauth/revoke 200')).toHaveLength(3);
    expect(await ids.swap({ key: keyOf('new 2') })).toMatchObject({ type: 'Success' });
  });

  it('have the year of birth given, and their sessions end though it was not taken', async () => {
    const { ids, bench, requests } = await startLab();
    const few = { count: 2, label: 'new' };
    for (const [yearOfBirth, code] of [
      [new Date().getFullYear() - 17, 'input/too-young'],
      [1850, 'input/year-out-of-range'],
    ] as const)
      await expect(ids.createUsers({ ...few, yearOfBirth })).rejects.toThrow(code);
    expect(requests()).toEqual([]);
    await ids.createUsers({ ...few, yearOfBirth: 1971 });
    expect(requests().filter((each) => each === 'PATCH /v1/me 200')).toHaveLength(2);
    // A registration goes through, the year does not.
    bench.failAfter = 1;
    const made = await ids.createUsers({ ...few, yearOfBirth: 1971 });
    expect(made).toMatchObject({ created: 0, outcome: { code: 'service/offline' } });
    expect(requests().at(-1)).toMatch(/^POST \/oauth\/revoke/);
  });

  it('stop at a failure; the id that was tried stays, with its failure', async () => {
    const { ids, bench, lab, labels } = await startLab();
    // A client token, one registration and its revocation.
    bench.failAfter = 3;
    const made = await ids.createUsers({ count: 4, label: 'new' });
    expect(made).toMatchObject({ created: 1, outcome: { code: 'service/offline' } });
    expect(labels()).toEqual(['new 1', 'new 2']);
    expect(lab.table.view()[1]?.lastOutcome).toMatchObject({ code: 'service/offline' });
  });

  it('are not begun without a place to keep their ids', async () => {
    const { ids, companion, requests } = await startLab();
    companion.secrets.update = () => Promise.reject(new Error('disk full'));
    await expect(ids.createUsers({ count: 2, label: 'new' })).rejects.toThrow();
    expect(requests()).toEqual([]);
  });

  it('can be cancelled: what was not tried leaves nothing', async () => {
    const { lab, labels } = await startLab();
    const seen: (LabRunning | null)[] = [];
    const creating = lab.createUsers({ count: 50, label: 'new' });
    const stop = lab.operations.cancel;
    const done = creating.then(() => seen.push(lab.operations.running()));
    while ((lab.operations.running()?.done ?? 0) < 2) await new Promise(setImmediate);
    expect(lab.snapshot().running).toMatchObject({ operation: 'create-users', total: 50 });
    stop();
    const made = await creating;
    await done;
    expect(made.outcome).toMatchObject({ type: 'Cancelled', code: null });
    expect(made.created).toBeGreaterThanOrEqual(2);
    expect(made.created).toBeLessThan(50);
    expect(labels()).toHaveLength(made.created);
    expect(seen).toEqual([null]);
  });
});
