import { mkdirSync, readFileSync, writeFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labIds, type ChosenImport } from '../../../contract/ipc/lab/ids';
import { quickKey } from '../../recovery/spec-support/quick-key';
import { anId, startLab } from '../spec-support/lab-bench';
import { createSetFiles } from './set-files';
import { parsePlainSet } from './set-format';

const seed = 20_261_122;
const passphrase = 'correct horse battery';

const setUp = async () => {
  const run = await startLab();
  const files = createSetFiles({ ...run.lab, ...run.deps, deriveKey: quickKey });
  const path = (name: string): string => join(run.bench.folder, name);
  return {
    ...run,
    files,
    path,
    /** Chooses a file of this content. */
    choose: async (content: string | Buffer, name = 'set.json'): Promise<ChosenImport> => {
      writeFileSync(path(name), content);
      run.bench.openFile = path(name);
      return files.chooseImport();
    },
    /** Saves the table and returns the file's bytes. */
    save: async (wish: Parameters<typeof files.exportSet>[0]): Promise<Buffer> => {
      run.bench.saveAs = path(`saved.${wish.format}`);
      expect(await files.exportSet(wish)).toBe('saved');
      return readFileSync(path(`saved.${wish.format}`));
    },
  };
};

const keyOf = (chosen: ChosenImport): string =>
  chosen.status === 'read' ? chosen.preview.importKey : '';

describe('a set of a stranger', () => {
  it('has as many entries as a text may have lines', () => {
    expect(() => parsePlainSet(Buffer.from(`[${'0,'.repeat(50_000)}0]`))).toThrow('lab/too-large');
  });

  it('cannot make the table one that no window can show', async () => {
    const { choose, files, ids } = await setUp();
    const service = `https://${'a'.repeat(400)}.example`;
    const chosen = await choose(JSON.stringify([{ anonymousId: anId(), service }]));
    expect(await files.commitImport(keyOf(chosen))).toMatchObject({
      lines: [{ status: 'new' }],
    });
    const list = await ids.list();
    expect(labIds.list.output.parse(list)).toEqual(list);
  });

  it('that was dropped while it was opened is not kept', async () => {
    const { lab, deps, paste, save, path } = await setUp();
    await paste(anId());
    await save({ format: 'encrypted', passphrase });
    let drop = (): void => undefined;
    const files = createSetFiles({
      ...lab,
      ...deps,
      deriveKey: async (...given) => {
        drop();
        return quickKey(...given);
      },
    });
    drop = () => files.dropImport();
    deps.desktop.chooseOpenFile = async () => path('saved.encrypted');
    await files.chooseImport();
    await expect(files.openImport(passphrase)).rejects.toThrow('lab/none-chosen');
  });
});

describe('a set as a file', () => {
  it.each(['json', 'csv'] as const)('comes back from %s with its labels', async (format) => {
    const { paste, labels, lab, files, save, choose } = await setUp();
    const labelled = ['Anna', 'a "b", c', '=1+1', ''].map((label) => [label, anId()]);
    await paste(labelled.map(([l, id]) => `"${l?.replaceAll('"', '""')}";${id}`).join('\n'));
    const before = labels();
    const bytes = await save({ format });
    // A table program would run what begins with an equals sign.
    if (format === 'csv') expect(bytes.toString()).not.toMatch(/^"?=/m);
    await lab.table.change(() => []);
    const chosen = await choose(bytes, `set.${format}`);
    const lines = Array(4).fill({ status: 'new' });
    expect(chosen).toMatchObject({ status: 'read', preview: { report: { lines } } });
    expect(labels()).toEqual([]);
    expect(await files.commitImport(keyOf(chosen))).toMatchObject({ lines });
    expect(labels()).toEqual(before);
    expect(lab.table.ids().map(({ anonymousId }) => anonymousId)).toEqual(
      labelled.map(([, id]) => id),
    );
  });

  it('is encrypted, private, and opens with its passphrase alone', async () => {
    const { paste, labels, lab, files, save, choose, path } = await setUp();
    const id = anId();
    await paste(`Anna,${id}`);
    const bytes = await save({ format: 'encrypted', passphrase });
    expect(statSync(path('saved.encrypted')).mode & 0o777).toBe(0o600);
    expect(bytes.toString('latin1')).not.toMatch(new RegExp(`${id}|Anna`));
    await lab.table.change(() => []);
    expect(await choose(bytes)).toEqual({ status: 'locked', fileName: 'set.json' });
    for (const wrong of ['', 'short', 'Correct horse battery', `${passphrase} `]) {
      await expect(files.openImport(wrong)).rejects.toThrow('lab/wrong-passphrase');
    }
    expect(labels()).toEqual([]);
    const { importKey, report } = await files.openImport(passphrase);
    expect(report).toMatchObject({
      lines: [{ status: 'new' }],
    });
    await files.commitImport(importKey);
    expect(labels()).toEqual(['Anna']);
  });

  it('is not written without a yes, a place, or a passphrase long enough', async () => {
    const { bench, files, path } = await setUp();
    bench.saveAs = path('saved');
    bench.confirms = false;
    expect(await files.exportSet({ format: 'csv' })).toBe('cancelled');
    await expect(files.exportSet({ format: 'encrypted', passphrase: 'short' })).rejects.toThrow(
      'kit/passphrase-too-short',
    );
    bench.confirms = true;
    bench.saveAs = null;
    expect(await files.exportSet({ format: 'json' })).toBe('cancelled');
    expect(() => statSync(path('saved'))).toThrow();
  });
});

describe('an import', () => {
  it.each([
    ['lab/not-a-set', '{"format":"something"}'],
    ['lab/not-a-set', '{'],
    ['lab/not-a-set', Buffer.from([0xff, 0xfe, 0x00])],
    ['lab/not-a-set', 'text\0'],
    ['lab/newer-version', '{"format":"mimi-session-lab-ids","v":2,"ids":[]}'],
    ['lab/too-large', 'x\n'.repeat(50_001)],
    ['lab/too-large', Buffer.alloc(8 * 1024 * 1024 + 1, 'x')],
    ['lab/damaged', 'MIMI SESSION LAB IDS\n{}\n'],
    ['lab/newer-version', 'MIMI SESSION LAB IDS\n{"v":2}\n'],
  ])('refuses with %s what is none', async (code, content) => {
    const { choose, labels } = await setUp();
    await expect(choose(content)).rejects.toThrow(code);
    expect(labels()).toEqual([]);
  });

  it('refuses a folder and what is gone', async () => {
    const { bench, files, path } = await setUp();
    mkdirSync(path('folder'));
    bench.openFile = path('folder');
    await expect(files.chooseImport()).rejects.toThrow('lab/not-a-set');
    bench.openFile = path('gone');
    await expect(files.chooseImport()).rejects.toThrow('lab/file-not-read');
    bench.openFile = null;
    expect(await files.chooseImport()).toEqual({ status: 'cancelled' });
  });

  it('adds nothing without its key, and nothing twice', async () => {
    const { files, choose, labels } = await setUp();
    const old = await choose(`old,${anId()}`);
    const chosen = await choose(`new,${anId()}`);
    await expect(files.commitImport(keyOf(old))).rejects.toThrow('lab/none-chosen');
    expect(await files.commitImport(keyOf(chosen))).toMatchObject({
      lines: [{ status: 'new' }],
    });
    await expect(files.commitImport(keyOf(chosen))).rejects.toThrow('lab/none-chosen');
    const dropped = await choose(`dropped,${anId()}`);
    files.dropImport();
    await expect(files.commitImport(keyOf(dropped))).rejects.toThrow('lab/none-chosen');
    await expect(files.openImport(passphrase)).rejects.toThrow('lab/none-chosen');
    expect(labels()).toEqual(['new']);
  });

  it('judges again what changed since the preview', async () => {
    const { files, choose, paste, labels } = await setUp();
    const id = anId();
    const chosen = await choose(`from the file,${id}`);
    await paste(`pasted,${id}`);
    expect(await files.commitImport(keyOf(chosen))).toMatchObject({
      lines: [{ status: 'known' }],
    });
    expect(labels()).toEqual(['pasted']);
  });

  it('can be tried again after a failure to write', async () => {
    const { files, choose, companion, labels } = await setUp();
    const chosen = await choose(`A,${anId()}`);
    const { update } = companion.secrets;
    companion.secrets.update = () => Promise.reject(new Error('disk full'));
    await expect(files.commitImport(keyOf(chosen))).rejects.toThrow();
    companion.secrets.update = update;
    expect(await files.commitImport(keyOf(chosen))).toMatchObject({
      lines: [{ status: 'new' }],
    });
    expect(labels()).toEqual(['A']);
  });

  it('reports 10,000 lines of a table one by one', async () => {
    const { choose, files, lab } = await setUp();
    const rows = Array.from({ length: 10_000 }, (_, at) =>
      at % 4 === 0 ? `label ${at},not-an-id,embedded,p` : `label ${at},${anId()},embedded,p`,
    );
    const chosen = await choose(['label,anonymousId,service,product', ...rows].join('\r\n'));
    if (chosen.status !== 'read') throw new Error(chosen.status);
    const count = (status: string) =>
      chosen.preview.report.lines.filter((line) => line.status === status).length;
    expect([count('new'), count('malformed')]).toEqual([7_500, 2_500]);
    expect(chosen.preview.report.lines[4]).toEqual({ line: 6, label: '', status: 'malformed' });
    await files.commitImport(keyOf(chosen));
    expect(lab.table.ids()).toHaveLength(7_500);
  });

  it.each([
    ['label,id', (id: string) => `Anna,${id}`],
    ['id,label', (id: string) => `${id},Anna`],
    ['"label","anonymousId"', (id: string) => `"Anna","${id}"`],
    ['id,label,anonymousId', (id: string) => `1,Anna,${id}`],
  ])('takes a table headed %s', (head, row) => {
    const id = anId();
    expect(parsePlainSet(Buffer.from(`${head}\r\n${row(id)}\r\n`))).toMatchObject([
      { line: 2, label: 'Anna', anonymousId: id },
    ]);
  });

  it('takes no line with an id in it for a head', () => {
    const id = anId();
    expect(parsePlainSet(Buffer.from(`id,${id}`))).toMatchObject([
      { label: 'id', anonymousId: id },
    ]);
  });

  it('never yields anything but exact ids, whatever JSON it reads', () => {
    const entry = fc.oneof(
      fc.uuid({ version: 4 }),
      fc.record({ anonymousId: fc.uuid({ version: 4 }), label: fc.string() }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const read = parsePlainSet(Buffer.from(JSON.stringify(entries)));
        expect(read).toHaveLength(entries.length);
        for (const { anonymousId, line } of read) {
          const told = JSON.stringify(entries[line - 1]);
          expect(anonymousId === null || told.includes(anonymousId)).toBe(true);
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});
