import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { readdirSync, rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { logIn, newUser, register, tempFolder } from '../testing/harness';
import type { LineFault } from './sets/check-set';
import { readLines } from './sets/read-lines';
import { AS_ADMIN, startTestSandbox, type TestSandbox } from './spec-support/sandbox';

const PASSPHRASE = 'correct horse battery';

const running: TestSandbox[] = [];
const start: typeof startTestSandbox = async (change) => {
  const sandbox = await startTestSandbox(change);
  running.push(sandbox);
  return sandbox;
};
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.stop();
});

const exportFrom = async (sandbox: TestSandbox, passphrase?: string): Promise<string> => {
  const headers = {
    ...AS_ADMIN,
    ...(passphrase === undefined ? {} : { 'x-set-passphrase': passphrase }),
  };
  const reply = await sandbox.send('/emulator/v1/export', { headers });
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-type')).toBe('application/x-ndjson');
  return reply.text();
};

const importInto = async (
  sandbox: TestSandbox,
  body: string,
  { passphrase, mode = 'add' }: { passphrase?: string; mode?: string } = {},
) => {
  const headers = {
    ...AS_ADMIN,
    'content-type': 'application/x-ndjson',
    ...(passphrase === undefined ? {} : { 'x-set-passphrase': passphrase }),
  };
  const path = `/emulator/v1/import?mode=${mode}`;
  const reply = await sandbox.send(path, { method: 'POST', headers, body });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
};

/** The lines without when they were exported. */
const linesOf = (set: string): Record<string, unknown>[] =>
  set
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const contentOf = (set: string) => linesOf(set).slice(1);
const textOf = (lines: readonly unknown[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** A sandbox with a user of each kind; the ids of them. */
const populate = async (sandbox: TestSandbox) => {
  await sandbox.admin('POST', '/seed', { seed: 'set', count: 250, testsPerAccount: 1 });
  const [living, deleted, disabled] = [
    await newUser(sandbox),
    await newUser(sandbox),
    await newUser(sandbox),
  ];
  const json = { ...living.as, 'content-type': 'application/json' };
  const put = (path: string, method: string, value: unknown) =>
    sandbox.send(path, { method, headers: json, body: JSON.stringify(value) });
  await put('/v1/me', 'PATCH', { yearOfBirth: 1980 });
  await put('/v1/me/settings', 'PUT', { theme: 'dark', Größe: [1, null] });
  await sandbox.send(`/v1/me/hearing-tests/${randomUUID()}`, {
    method: 'DELETE',
    headers: living.as,
  });
  await sandbox.send('/v1/me', { method: 'DELETE', headers: deleted.as });
  await sandbox.admin('PATCH', `/accounts/${disabled.user.userId}`, { isDisabled: true });
  return { living, deleted, disabled };
};

const reasonOf = async (sandbox: TestSandbox, id: string) =>
  ((await (await logIn(sandbox, id)).json()) as { reason?: string }).reason;

describe('a set', () => {
  it('moves whole from one sandbox to another: ids, tests, settings, refusals', async () => {
    const from = await start();
    const { living, deleted, disabled } = await populate(from);
    const set = await exportFrom(from, PASSPHRASE);
    for (const secret of [living.id, deleted.id, PASSPHRASE]) expect(set).not.toContain(secret);
    expect(linesOf(set).at(-1)).toEqual({
      type: 'end',
      users: 252,
      tests: 250,
      deletedTests: 1,
      deletedUsers: 1,
    });
    const to = await start();
    const { status, body } = await importInto(to, set, { passphrase: PASSPHRASE });
    expect([status, body]).toEqual([
      200,
      { users: 252, tests: 250, deletedTests: 1, deletedUsers: 1 },
    ]);
    const again = await exportFrom(to);
    expect(contentOf(again)).toEqual(contentOf(set));
    expect(await reasonOf(to, living.id)).toBeUndefined();
    expect(await reasonOf(to, deleted.id)).toBe('deleted');
    expect(await reasonOf(to, disabled.id)).toBe('disabled');
    expect((await register(to, deleted.id)).status).toBe(410);
  });

  it('outlasts a restart where it was imported, with the pepper it brought', async () => {
    const from = await start();
    const { id } = await newUser(from);
    const folder = tempFolder();
    const first = await startTestSandbox({ folder });
    await importInto(first, await exportFrom(from, PASSPHRASE), { passphrase: PASSPHRASE });
    await first.stop();
    const second = await startTestSandbox({ folder });
    const { status } = await logIn(second, id);
    await second.stop();
    rmSync(folder, { recursive: true });
    expect(status).toBe(200);
  });

  it('goes back into its own sandbox without a passphrase, in the place of what is there', async () => {
    const sandbox = await start();
    const before = await newUser(sandbox);
    const set = await exportFrom(sandbox);
    expect(set).not.toContain('"pepper"');
    const after = await newUser(sandbox);
    expect((await importInto(sandbox, set, { mode: 'replace' })).status).toBe(200);
    expect((await sandbox.send('/v1/me', { headers: before.as })).status).toBe(401);
    expect(await reasonOf(sandbox, before.id)).toBeUndefined();
    expect(await reasonOf(sandbox, after.id)).toBe('unknown');
  });

  it('is added beside others of the same pepper', async () => {
    const sandbox = await start();
    const moved = await newUser(sandbox);
    const set = await exportFrom(sandbox);
    await sandbox.admin('DELETE', '/accounts');
    const other = await newUser(sandbox);
    expect((await importInto(sandbox, set)).body).toMatchObject({ users: 1 });
    expect(await reasonOf(sandbox, moved.id)).toBeUndefined();
    expect((await sandbox.send('/v1/me', { headers: other.as })).status).toBe(200);
  });

  it('with a user who was deleted while it was written has deleted it', async () => {
    const from = await start();
    const { id } = await newUser(from);
    const [header, user] = linesOf(await exportFrom(from));
    const set = textOf([
      header,
      user,
      { type: 'deleted-user', idHash: user?.['idHash'] },
      { type: 'end', users: 1, tests: 0, deletedTests: 0, deletedUsers: 1 },
    ]);
    expect((await importInto(from, set, { mode: 'replace' })).status).toBe(200);
    expect(await reasonOf(from, id)).toBe('deleted');
  });
});

describe('a set that is refused changes nothing and says why by line', () => {
  /** What an import answers, having shown that nothing changed. */
  const refused = async (
    sandbox: TestSandbox,
    body: string,
    options: { passphrase?: string; mode?: string } = {},
  ) => {
    const before = contentOf(await exportFrom(sandbox));
    const reply = await importInto(sandbox, body, options);
    expect(contentOf(await exportFrom(sandbox))).toEqual(before);
    expect(reply.status).toBe(422);
    return (reply.body['faults'] as LineFault[]).map(({ line, reason, field }) =>
      [String(line), reason, ...(field === undefined ? [] : [field])].join(' '),
    );
  };

  it('for its lines', async () => {
    const sandbox = await start();
    await newUser(sandbox);
    await sandbox.admin('POST', '/seed', { seed: 'a', count: 1, testsPerAccount: 1 });
    const lines = linesOf(await exportFrom(sandbox));
    const header = lines[0];
    const [one, two] = lines.filter(({ type }) => type === 'user');
    const test = lines.find(({ type }) => type === 'test');
    const end = (users: number, tests = 0) => ({
      type: 'end',
      users,
      tests,
      deletedTests: 0,
      deletedUsers: 0,
    });
    const cases: (readonly [string, string[]])[] = [
      ['', ['1 header-missing']],
      [textOf([one, end(1)]), ['1 header-missing', '2 header-missing']],
      [textOf([header]), ['2 end-missing']],
      [textOf([header, one]), ['3 end-missing']],
      [textOf([header, header, end(0)]), ['2 header-repeated']],
      [textOf([header, one, end(2)]), ['3 miscounted']],
      [textOf([header, end(0), one]), ['3 after-end']],
      [textOf([header, one, one, end(2)]), ['3 user-repeated']],
      [textOf([header, one, { ...two, idHash: one?.['idHash'] }, end(2)]), ['3 id-repeated']],
      [textOf([header, test, end(0, 1)]), ['2 user-unknown']],
      [textOf([header, one, two, test, test, end(2, 2)]), ['5 test-repeated']],
      [
        textOf([header, { ...one, createdAt: 'today' }, end(1)]),
        ['2 invalid createdAt', '3 miscounted'],
      ],
      [
        textOf([header, { ...one, product: 'a\u0000' }, end(1)]),
        ['2 invalid product', '3 miscounted'],
      ],
      [textOf([header, { ...one, anonymousId: randomUUID() }]), ['2 invalid']],
      [textOf([{ ...header, version: 2 }, end(0)]), ['1 invalid version', '2 header-missing']],
      [`${textOf([header])}{"type":\n\n[]\n${textOf([end(0)])}`, ['2 unreadable', '4 invalid']],
      [`${textOf([header])}${'x'.repeat(300_000)}\n${textOf([end(0)])}`, ['2 unreadable']],
    ];
    for (const [body, expected] of cases) {
      expect(await refused(sandbox, body, { mode: 'replace' })).toEqual(expected);
    }
  });

  it('for accounts and ids that are there or were deleted there', async () => {
    const sandbox = await start();
    const gone = await newUser(sandbox);
    await sandbox.admin('POST', '/seed', { seed: 'a', count: 3 });
    const set = await exportFrom(sandbox);
    expect(await refused(sandbox, set)).toEqual(['2 exists', '3 exists', '4 exists', '5 exists']);
    await sandbox.send('/v1/me', { method: 'DELETE', headers: gone.as });
    const line = linesOf(set).findIndex((one) => one['userId'] === gone.user.userId) + 1;
    expect(await refused(sandbox, set)).toContain(`${line} deleted-here`);
    // The other way round: deleted in the set, alive here.
    const dead = await exportFrom(sandbox);
    await sandbox.admin('DELETE', '/accounts');
    await register(sandbox, gone.id);
    expect(await refused(sandbox, dead)).toEqual(['5 exists']);
  });

  it('for its pepper', async () => {
    const [from, to] = [await start(), await start()];
    await newUser(from);
    const [open, sealed] = [await exportFrom(from), await exportFrom(from, PASSPHRASE)];
    expect(await refused(to, open)).toEqual(['1 other-pepper']);
    expect(await refused(to, sealed)).toEqual(['1 passphrase-wrong']);
    const wrong = { passphrase: 'another passphrase' };
    expect(await refused(to, sealed, wrong)).toEqual(['1 passphrase-wrong']);
    const right = { passphrase: PASSPHRASE };
    const [header, ...rest] = linesOf(sealed);
    const swapped = textOf([{ ...header, pepperId: '0'.repeat(16) }, ...rest]);
    expect(await refused(to, swapped, right)).toEqual(['1 passphrase-wrong']);
    const { id } = await newUser(to);
    expect(await refused(to, sealed, right)).toEqual(['1 other-pepper']);
    expect(await reasonOf(to, id)).toBeUndefined();
    expect((await importInto(to, sealed, { ...right, mode: 'replace' })).status).toBe(200);
    expect(await reasonOf(to, id)).toBe('unknown');
  });

  it('for all of many faults, told up to a hundred', async () => {
    const sandbox = await start();
    const { body } = await importInto(sandbox, '{}\n'.repeat(5_000));
    expect([(body['faults'] as unknown[]).length, body['total']]).toEqual([100, 5_000]);
  });

  it('because it was cut off on the way, and leaves no file behind', async () => {
    const folder = tempFolder();
    const sandbox = await startTestSandbox({ folder });
    await newUser(sandbox);
    const set = await exportFrom(sandbox);
    const before = readdirSync(folder).sort();
    const cut = new AbortController();
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from(set.slice(0, -20))),
    });
    const sent = sandbox.send('/emulator/v1/import?mode=replace', {
      method: 'POST',
      headers: AS_ADMIN,
      body,
      duplex: 'half',
      signal: cut.signal,
    });
    setImmediate(() => cut.abort());
    await expect(sent).rejects.toThrow();
    expect(contentOf(await exportFrom(sandbox))).toEqual(contentOf(set));
    await expect.poll(() => readdirSync(folder).sort()).toEqual(before);
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  it.each(['short', 'x'.repeat(201)])('for the passphrase %j', async (passphrase) => {
    const sandbox = await start();
    const headers = { ...AS_ADMIN, 'x-set-passphrase': passphrase };
    expect((await sandbox.send('/emulator/v1/export', { headers })).status).toBe(400);
  });
});

describe('an export', () => {
  it('goes on while accounts come and go, and can be imported', async () => {
    const sandbox = await start();
    await sandbox.admin('POST', '/seed', { seed: 'busy', count: 250, testsPerAccount: 1 });
    const leaving = await newUser(sandbox);
    const reply = await sandbox.send('/emulator/v1/export', { headers: AS_ADMIN });
    const coming = await newUser(sandbox);
    await sandbox.send('/v1/me', { method: 'DELETE', headers: leaving.as });
    const set = await reply.text();
    expect((await importInto(sandbox, set, { mode: 'replace' })).status).toBe(200);
    // Each as it was when its page was read.
    expect([undefined, 'deleted']).toContain(await reasonOf(sandbox, leaving.id));
    expect([undefined, 'unknown']).toContain(await reasonOf(sandbox, coming.id));
  });
});

it('splits any bytes into the same lines, however they arrive', async () => {
  const seed = 4_219;
  const lines = fc.array(
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((s) => s.replaceAll('\n', '')),
  );
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(lines, sizes, async (texts, steps) => {
      const bytes = Buffer.from(texts.join('\n'));
      async function* chunks(): AsyncGenerator<Uint8Array> {
        for (let at = 0, n = 0; at < bytes.length; n += 1) {
          const size = steps[n % steps.length]!;
          yield bytes.subarray(at, at + size);
          at += size;
        }
      }
      const read: { line: number; text: string | null }[] = [];
      for await (const one of readLines(chunks())) read.push(one);
      const expected = texts.flatMap((text, i) => (text === '' ? [] : [{ line: i + 1, text }]));
      expect(read).toEqual(expected);
    }),
    { seed, numRuns: 200 },
  );
});

describe('while a set with another pepper comes in', () => {
  it('no account is made that nobody can find', async () => {
    const from = await start();
    await from.admin('POST', '/seed', { seed: 'race', count: 4_000, testsPerAccount: 1 });
    const set = await exportFrom(from, PASSPHRASE);
    const to = await start();
    const made: { userId: string; anonymousId: string }[] = [];
    const done = new AbortController();
    const making = (async () => {
      while (!done.signal.aborted) {
        const reply = await to.admin('POST', '/accounts', { product: 'p' });
        if (reply.status === 201) made.push((await reply.json()) as (typeof made)[number]);
      }
    })();
    const imported = await importInto(to, set, { passphrase: PASSPHRASE, mode: 'replace' });
    done.abort();
    await making;
    expect(imported.status).toBe(200);
    for (const { userId, anonymousId } of made) {
      if ((await to.admin('GET', `/accounts/${userId}`)).status === 404) continue;
      expect((await logIn(to, anonymousId)).status).toBe(200);
    }
  }, 30_000);
});
