import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, expect, it } from 'vitest';
import { registeredSchema } from '../../contract/http/users';
import { createBackend } from '../create-backend';
import { bearer, logIn, register, testDeps } from '../testing/harness';
import { nodeFiles, type ServiceFiles } from './files';
import { openDatabase } from './open-database';

const scratch = mkdtempSync(join(tmpdir(), 'mimi-crash-'));
afterAll(() => rmSync(scratch, { recursive: true }));
let count = 0;
const next = (): string => join(scratch, String((count += 1)));

/** The disk, with a picture of the folder before every operation: what a kill there would leave. */
const photographed = (folder: string) => {
  const pictures: { readonly step: string; readonly folder: string }[] = [];
  const take = (step: string): void => {
    const picture = next();
    if (existsSync(folder)) cpSync(folder, picture, { recursive: true });
    pictures.push({ step, folder: picture });
  };
  const files = Object.fromEntries(
    Object.entries(nodeFiles).map(([name, operation]: [string, (...a: string[]) => unknown]) => [
      name,
      (...paths: string[]) => {
        take(`${name} ${paths.map((path) => path.split('/').pop()).join(' ')}`);
        return operation(...paths);
      },
    ]),
  ) as unknown as ServiceFiles;
  return { files, pictures, take };
};

const open = async (folder: string, files: ServiceFiles = nodeFiles, mustExist = false) => {
  const backend = await createBackend({
    ...testDeps(folder, { files, mustExist: () => mustExist }),
    limits: null,
  });
  const send = (path: string, init?: RequestInit) =>
    backend.fetch(new Request(`http://embedded.invalid${path}`, init));
  return { backend, send };
};

/** How a login by id ends on a copy of `folder`, with its main file as it is or damaged. */
const fate = async (
  folder: string,
  id: string,
  mainFile: 'intact' | 'damaged',
): Promise<string> => {
  const copy = next();
  cpSync(folder, copy, { recursive: true });
  if (mainFile === 'damaged') {
    rmSync(join(copy, 'service.db-wal'), { force: true });
    writeFileSync(join(copy, 'service.db'), 'damaged');
  }
  const { backend, send } = await open(copy, nodeFiles, true);
  const reply = await logIn({ send }, id);
  const { reason } = (await reply.json()) as { reason?: string };
  await backend.close();
  return reason ?? String(reply.status);
};

const newUser = async (service: Awaited<ReturnType<typeof open>>) => {
  const id = randomUUID();
  const { tokens } = registeredSchema.parse(await (await register(service, id)).json());
  return { id, as: bearer(tokens.access_token) };
};

it('a kill at any step of a deletion never brings the user back, and never makes anybody unknown', async () => {
  const folder = next();
  const { files, pictures, take } = photographed(folder);
  const service = await open(folder, files);
  const [doomed, other] = [await newUser(service), await newUser(service)];
  pictures.length = 0;
  expect((await service.send('/v1/me', { method: 'DELETE', headers: doomed.as })).status).toBe(204);
  take('after the reply');
  await service.backend.close();
  expect(pictures.map(({ step }) => step)).toEqual([
    'remove service.new.db',
    'flush service.new.db',
    'move service.new.db service.backup.db',
    'after the reply',
  ]);
  for (const { step, folder: picture } of pictures) {
    const [intact, damaged] = [
      await fate(picture, doomed.id, 'intact'),
      await fate(picture, doomed.id, 'damaged'),
    ];
    expect([step, ['200', 'deleted'].includes(intact)]).toEqual([step, true]);
    expect([step, ['200', 'deleted'].includes(damaged)]).toEqual([step, true]);
    if (intact === 'deleted') expect([step, damaged]).toEqual([step, 'deleted']);
    for (const state of ['intact', 'damaged'] as const) {
      expect([step, await fate(picture, other.id, state)]).toEqual([step, '200']);
    }
  }
  expect(await fate(pictures.at(-1)!.folder, doomed.id, 'intact')).toBe('deleted');
});

it('a kill at any step of a creation leaves the users before it, and its reply means two copies', async () => {
  const folder = next();
  const { files, pictures, take } = photographed(folder);
  const service = await open(folder, files);
  const first = await newUser(service);
  pictures.length = 0;
  const second = await newUser(service);
  take('after the reply');
  await service.backend.close();
  expect(pictures).toHaveLength(4);
  for (const { step, folder: picture } of pictures) {
    expect([step, await fate(picture, first.id, 'intact')]).toEqual([step, '200']);
    expect([step, await fate(picture, first.id, 'damaged')]).toEqual([step, '200']);
  }
  expect(await fate(pictures.at(-1)!.folder, second.id, 'damaged')).toBe('200');
});

it('a kill at any step of restoring leaves something to restore', async () => {
  const folder = next();
  const first = await open(folder);
  const { id } = await newUser(first);
  await first.backend.close();
  writeFileSync(join(folder, 'service.db'), 'damaged');
  writeFileSync(join(folder, 'service.db-wal'), 'damaged too');
  const { files, pictures } = photographed(folder);
  const restored = await open(folder, files, true);
  expect(restored.backend.state).toBe('restored-from-copy');
  await restored.backend.close();
  expect(pictures.map(({ step }) => step.replace(/-\d+/, ''))).toEqual([
    'remove service.new.db',
    'remove service.new.db-journal',
    'copy service.backup.db service.new.db',
    'remove service.db-shm',
    'move service.db service.corrupt.db',
    'move service.db-wal service.corrupt.db-wal',
    'move service.new.db service.db',
  ]);
  for (const { step, folder: picture } of pictures) {
    expect([step, await fate(picture, id, 'intact')]).toEqual([step, '200']);
  }
});

it('a kill at any step of the very first start leaves a first start', async () => {
  const folder = next();
  const { files, pictures, take } = photographed(folder);
  const service = await open(folder, files);
  take('opened');
  await service.backend.close();
  for (const { folder: picture } of pictures) {
    const again = await open(picture);
    expect([again.backend.state, (await newUser(again)).id.length]).toEqual(['ready', 36]);
    await again.backend.close();
  }
});

it('a copy that cannot be written is removed: an old one would not know the newest user', async () => {
  const folder = next();
  let isFull = false;
  const files: ServiceFiles = {
    ...nodeFiles,
    flush: (path) => {
      if (isFull) throw new Error('no space left');
      nodeFiles.flush(path);
    },
  };
  const service = await open(folder, files);
  const first = await newUser(service);
  isFull = true;
  const second = await newUser(service);
  expect(await fate(folder, second.id, 'intact')).toBe('200');
  expect(await fate(folder, second.id, 'damaged')).toBe('503');
  isFull = false;
  expect((await register(service, second.id)).status).toBe(200);
  expect(await fate(folder, second.id, 'damaged')).toBe('200');
  isFull = true;
  expect((await service.send('/v1/me', { method: 'DELETE', headers: first.as })).status).toBe(204);
  expect(await fate(folder, first.id, 'intact')).toBe('deleted');
  expect(await fate(folder, first.id, 'damaged')).toBe('503');
  await service.backend.close();
});

it('creations during a deletion bring nobody back into the copy', async () => {
  const folder = next();
  const service = await open(folder);
  const doomed = await newUser(service);
  const [deleted] = await Promise.all([
    service.send('/v1/me', { method: 'DELETE', headers: doomed.as }),
    ...Array.from({ length: 10 }, () => newUser(service)),
  ]);
  expect(deleted.status).toBe(204);
  expect(await fate(folder, doomed.id, 'damaged')).toBe('deleted');
  await service.backend.close();
});

it('a deletion that fails leaves the user in the copy too', async () => {
  const folder = next();
  const service = await open(folder);
  const { id } = await newUser(service);
  await service.backend.close();
  const opened = (await openDatabase(testDeps(folder)))!;
  const { user_id: userId } = await opened.store.db
    .selectFrom('users')
    .select('user_id')
    .executeTakeFirstOrThrow();
  const failure = new Error('disk full');
  const deletion = opened.store.backup.forget(userId, () => Promise.reject(failure));
  await expect(deletion).rejects.toBe(failure);
  await opened.close();
  expect(await fate(folder, id, 'damaged')).toBe('200');
});

it('a change that a kill left half done is taken back: the file is not damaged', async () => {
  const folder = next();
  const id = randomUUID();
  const first = await open(folder);
  await register({ send: first.send }, id);
  await first.backend.close();
  // As a kill while the database is closed leaves it: pages already written, the rollback journal beside them.
  const writer = new Libsql(join(folder, 'service.db'));
  writer.exec('PRAGMA cache_size = 1; BEGIN; CREATE TABLE half (x)');
  for (let row = 0; row < 50; row += 1) writer.exec('INSERT INTO half VALUES (zeroblob(3000))');
  const killed = next();
  cpSync(folder, killed, { recursive: true });
  writer.close();
  expect(existsSync(join(killed, 'service.db-journal'))).toBe(true);

  const { backend, send } = await open(killed, nodeFiles, true);
  expect(backend.state).toBe('ready');
  expect((await logIn({ send }, id)).status).toBe(200);
  await backend.close();
  expect(readdirSync(killed).filter((name) => name.includes('corrupt'))).toEqual([]);
});
