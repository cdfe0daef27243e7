import { describe, expect, it } from 'vitest';
import { createLabSessionHandlers } from './handlers/session-handlers';
import { anId, startLab } from './spec-support/lab-bench';

const setUp = async () => {
  const run = await startLab();
  const session = createLabSessionHandlers(run.lab, run.deps);
  const { journal } = run.companion;
  const noted = () => journal.events().filter(({ type }) => type === 'lab/operation');
  return { ...run, session, journal, noted };
};

describe('what a tester does', () => {
  it('stands in the journal by row, and never by id or key', async () => {
    const { bench, journal, noted, ids, paste, keyOf } = await setUp();
    const [one, two] = [anId(), anId()];
    await paste(`one,${one}\ntwo,${two}`);
    const outcome = await ids.swap({ key: keyOf('two') });
    expect(outcome).toMatchObject({ code: 'session/unknown-id' });
    bench.clipboard.text = one;
    await ids.swapClipboard();
    bench.clipboard.text = ' ';
    await ids.swapClipboard();
    await expect(ids.swap({ key: anId() })).rejects.toThrow('lab/unknown-key');
    expect(noted()).toMatchObject([
      { operation: 'swap', row: 2, outcome: 'session/unknown-id', ms: outcome.ms },
      { operation: 'swap', row: null, outcome: 'session/unknown-id' },
      { operation: 'swap', row: null, outcome: 'Skipped' },
    ]);
    const text = JSON.stringify(journal.events());
    for (const secret of [one, two, keyOf('one'), keyOf('two')]) expect(text).not.toContain(secret);
  });

  it('names the row it had when it began', async () => {
    const { noted, ids, paste, keyOf, network, session } = await setUp();
    await paste(`one,${anId()}\ntwo,${anId()}`);
    await network.add({ kind: 'timeout', call: 'login', once: false, share: 100 });
    const swapping = ids.swap({ key: keyOf('two') });
    await ids.remove({ keys: [keyOf('one')] });
    await session.cancel();
    expect(await swapping).toMatchObject({ type: 'Cancelled' });
    expect(noted()).toContainEqual(
      expect.objectContaining({ operation: 'swap', row: 2, outcome: 'Cancelled' }),
    );
  });

  it('is told of every control of the session', async () => {
    const { lab, noted } = await setUp();
    for (const control of Object.values(lab.session)) await control();
    expect(noted().map((event) => ('operation' in event ? event.operation : ''))).toEqual([
      'logout',
      'expire-token',
      'refuse-refresh',
      'reload',
      'delete-user',
      'cancel',
    ]);
  });
});
