import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '../../contract/ipc/contract';
import { medianThreshold } from '../../hearing/age-estimate';
import { orderOf } from '../../hearing/hearing-test';
import { sampleId, sampleTest } from '../../hearing/spec-support/sample-test';
import { KEPT_TESTS } from '../profile/known-tests';
import { MimiAuthRoute } from '../mimi-core/mimi-auth-route';
import { setUpHandlers } from './spec-support/handlers-bench';

const YEAR = { yearOfBirth: 1966 };
const { ears } = sampleTest(1);

const withUser = async () => {
  const bench = setUpHandlers();
  const app = await bench.run();
  await app.companion.core.ready;
  await app.handlers.createProfile(YEAR);
  const shown = () => {
    const { profile } = app.companion.snapshot();
    return profile.status === 'ready' ? profile.profile : null;
  };
  /** Waits until the service has confirmed everything and was asked again. */
  const settled = async () => {
    await expect.poll(() => app.companion.core.inspect().outbox, { timeout: 4000 }).toEqual([]);
    await app.companion.refresh();
  };
  return { bench, ...app, shown, settled };
};

describe('an estimate from age', () => {
  it('is the median of the year of birth as the 50 % point, and the profile at once', async () => {
    const { tests, shown, companion } = await withUser();
    expect(companion.snapshot().profile.status).not.toBe('ready');
    const { testId } = await tests.storeEstimate();
    const { test, count } = shown()!;
    expect([test.id, test.source, count]).toEqual([testId, 'age', 1]);
    const age = companion.currentYear() - YEAR.yearOfBirth - 0.5;
    const at4k = test.ears.left.find(({ frequencyHz }) => frequencyHz === 4000);
    expect(at4k).toEqual({
      frequencyHz: 4000,
      theta50DbHl: medianThreshold('unknown', age, 4000) - 2.5,
      sdDb: null,
      presentations: 0,
      flag: 'ok',
    });
  });

  it('is there at the next start before the service is asked, and on the service', async () => {
    const { bench, tests, quit, shown } = await withUser();
    await tests.storeEstimate();
    const before = shown();
    await quit();
    const next = await bench.run();
    await next.companion.core.ready;
    await expect.poll(() => next.companion.snapshot().profile.status).toBe('ready');
    expect(next.companion.snapshot().profile).toMatchObject({ profile: before });
    await next.companion.refresh();
    expect(next.companion.snapshot().profile).toMatchObject({ profile: before, source: 'service' });
  });

  it('needs a user and a year of birth', async () => {
    const bench = setUpHandlers();
    const { companion, tests } = await bench.run();
    await companion.core.ready;
    await expect(tests.storeEstimate()).rejects.toMatchObject({ code: 'session/no-user' });
    await expect(tests.history({ before: null })).rejects.toMatchObject({
      code: 'session/no-user',
    });
    await companion.core.userController.authenticate(MimiAuthRoute.Anonymously());
    const refused = { code: 'tests/no-year-of-birth' };
    await expect(tests.storeEstimate()).rejects.toMatchObject(refused);
    await expect(tests.storeAudiogram({ ears, levels: 'known' })).rejects.toMatchObject(refused);
  });
});

describe('stored tests', () => {
  it('the one stored last is the profile, also where the clock stands still or went back', async () => {
    const { tests, companion, shown, settled } = await withUser();
    const { userId } = companion.core.userController.mimiUser.state.value!;
    const began = Date.now();
    await companion.storedTests.storeTest(userId, sampleTest(9, began + 3_600_000));
    const bring = async () => tests.storeAudiogram({ ears, levels: 'known' });
    const brought = await Promise.all([bring(), bring(), bring()]);
    const last = brought.at(-1)!.testId;
    expect(shown()).toMatchObject({ test: { id: last, source: 'import', ears }, count: 4 });
    await settled();
    expect(shown()).toMatchObject({ test: { id: last }, count: 4 });
    const { tests: listed } = await tests.history({ before: null });
    const ids = brought.map(({ testId }) => testId);
    expect(listed.map(({ id }) => id)).toEqual([...ids.reverse(), sampleId(9)]);
    expect(new Set(listed.map(orderOf)).size).toBe(4);
    // The clock that was ahead dates only what was taken by it.
    for (const { takenAt } of listed.slice(0, 3)) {
      expect(takenAt).toBeGreaterThanOrEqual(began);
      expect(takenAt).toBeLessThanOrEqual(Date.now());
    }
    const older = await tests.history({ before: orderOf(listed[1]!) });
    expect(older).toEqual({ tests: listed.slice(2), hasMore: false });
  });

  it('the same test stored again is one', async () => {
    const { tests, companion, settled } = await withUser();
    const { userId } = companion.core.userController.mimiUser.state.value!;
    const store = () => companion.storedTests.storeTest(userId, sampleTest(1));
    await Promise.all([store(), store()]);
    await tests.storeEstimate();
    await settled();
    await store();
    await settled();
    expect((await tests.history({ before: null })).tests).toHaveLength(2);
  });

  it('offline, beyond those known here, are said not to be had instead of not to be', async () => {
    const { bench, tests, companion, settled } = await withUser();
    const { userId } = companion.core.userController.mimiUser.state.value!;
    for (let n = 1; n <= KEPT_TESTS + 2; n += 1)
      await companion.storedTests.storeTest(userId, sampleTest(n));
    await settled();
    bench.offline = true;
    const known = await tests.history({ before: null });
    expect(known.tests).toHaveLength(KEPT_TESTS);
    expect(known.hasMore).toBe(true);
    const before = known.tests.at(-1)!.takenAt;
    await expect(tests.history({ before })).rejects.toMatchObject({ code: 'service/offline' });
    bench.offline = false;
    const rest = await tests.history({ before });
    expect(rest.tests.map(({ id }) => id)).toEqual([sampleId(2), sampleId(1)]);
  });

  it('deleted, the one before it is shown, and it is unknown from then on', async () => {
    const { tests, shown, settled } = await withUser();
    const first = await tests.storeEstimate();
    const second = await tests.storeAudiogram({ ears, levels: 'known' });
    await tests.remove({ testId: second.testId });
    expect(shown()).toMatchObject({ test: { id: first.testId }, count: 1 });
    await expect(tests.remove({ testId: second.testId })).rejects.toMatchObject({
      code: 'tests/unknown-test',
    });
    await settled();
    expect(shown()).toMatchObject({ test: { id: first.testId }, count: 1 });
    await expect(tests.remove({ testId: sampleId(1) })).rejects.toMatchObject({
      code: 'tests/unknown-test',
    });
    await tests.remove({ testId: first.testId });
    await settled();
    expect(shown()).toBeNull();
    expect(await tests.history({ before: null })).toEqual({ tests: [], hasMore: false });
  });

  it('offline: what is known here is listed, found and deleted, and the service follows later', async () => {
    const { bench, tests, companion, shown, quit, settled } = await withUser();
    const first = await tests.storeEstimate();
    await settled();
    bench.offline = true;
    const second = await tests.storeAudiogram({ ears, levels: 'known' });
    const third = await tests.storeAudiogram({ ears, levels: 'known' });
    await tests.remove({ testId: first.testId });
    await tests.remove({ testId: third.testId });
    const idsOf = async (app: typeof tests) =>
      (await app.history({ before: null })).tests.map(({ id }) => id);
    expect(await idsOf(tests)).toEqual([second.testId]);
    expect(shown()).toMatchObject({ test: { id: second.testId }, count: 1 });
    expect(await companion.storedTests.findTest(second.testId)).toMatchObject({ ears });
    expect(await companion.storedTests.findTest(third.testId)).toBeNull();
    await quit();

    const next = await bench.run();
    await next.companion.core.ready;
    await expect.poll(() => next.companion.snapshot().profile.status).toBe('ready');
    expect(await idsOf(next.tests)).toEqual([second.testId]);
    bench.offline = false;
    await expect.poll(() => next.companion.core.inspect().outbox, { timeout: 8000 }).toEqual([]);
    expect(await idsOf(next.tests)).toEqual([second.testId]);
    expect(next.companion.snapshot().profile).toMatchObject({ profile: { count: 1 } });
  }, 15_000);

  it('leave this computer with their user', async () => {
    const { tests, handlers, bench } = await withUser();
    await tests.storeEstimate();
    await expect.poll(() => readdirSync(bench.folder)).toContain('profile.json');
    await handlers.removeFromComputer();
    expect(readdirSync(bench.folder)).not.toContain('profile.json');
  });
});

describe('files', () => {
  it('a test is written as JSON or CSV, readable by the person only', async () => {
    const { tests, bench } = await withUser();
    const { testId } = await tests.storeAudiogram({ ears, levels: 'known' });
    bench.saveAs = join(bench.folder, 'mine.json');
    await expect(tests.exportTest({ testId, format: 'json' })).resolves.toBe('saved');
    expect(bench.suggested).toBe('hearing-test.json');
    expect(JSON.parse(readFileSync(bench.saveAs, 'utf8'))).toMatchObject({ id: testId, ears });
    expect(statSync(bench.saveAs).mode & 0o777).toBe(0o600);
    bench.saveAs = join(bench.folder, 'mine.csv');
    await tests.exportTest({ testId, format: 'csv' });
    expect(readFileSync(bench.saveAs, 'utf8')).toContain('1000');
    await expect(tests.exportTest({ testId: sampleId(1), format: 'csv' })).rejects.toMatchObject({
      code: 'tests/unknown-test',
    });
    bench.saveAs = null;
    await expect(tests.exportTest({ testId, format: 'csv' })).resolves.toBe('cancelled');
  });

  it('a picture is what it says it is, or is not written', async () => {
    const { tests, bench } = await withUser();
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
    bench.saveAs = join(bench.folder, 'picture');
    for (const [format, data] of [
      ['svg', '<script/>'],
      ['svg', ' <svg/>'],
      ['png', Buffer.from('<svg/>').toString('base64')],
      ['png', '!'],
    ] as const) {
      expect(contract.tests.savePicture.input.safeParse({ format, data }).success).toBe(false);
    }
    await tests.savePicture({ format: 'png', data: png.toString('base64') });
    expect([bench.suggested, readFileSync(bench.saveAs)]).toEqual(['audiogram.png', png]);
    await tests.savePicture({ format: 'svg', data: '<svg xmlns="x"/>' });
    expect(readFileSync(bench.saveAs, 'utf8')).toBe('<svg xmlns="x"/>');
  });

  it('a report is what the page prints, and says so when it cannot be written', async () => {
    const { tests, bench } = await withUser();
    bench.saveAs = join(bench.folder, 'report.pdf');
    await expect(tests.saveReport()).resolves.toBe('saved');
    expect(readFileSync(bench.saveAs, 'utf8')).toBe('%PDF-1.7');
    bench.saveAs = join(bench.folder, 'nowhere', 'report.pdf');
    await expect(tests.saveReport()).rejects.toMatchObject({ code: 'app/file-not-written' });
  });
});
