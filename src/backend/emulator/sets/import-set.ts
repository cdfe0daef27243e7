import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Db } from '../../storage/store';
import { removeEverything } from '../accounts';
import type { AloneWrite } from '../alone';
import { replacePepper, type LiveStore } from '../live-store';
import { createSetCheck, lineFaultSchema, type LineFault } from './check-set';
import type { SetCounts, SetHeader } from './format';
import { readLines } from './read-lines';
import { openPepper, pepperId } from './sealed-pepper';
import { storeLines } from './store-lines';

/** Faults told of one set; all are counted. */
const FAULTS_TOLD = 100;

/** Characters written to the disk at once. */
const SPOOL_AT = 256 * 1024;

/** What is wrong with a set. Nothing of it was stored. */
export const refusedSetSchema = z.strictObject({
  faults: z.array(lineFaultSchema),
  total: z.int(),
});

type RefusedSet = z.infer<typeof refusedSetSchema>;

export type ImportResult = { readonly stored: SetCounts } | { readonly refused: RefusedSet };

export interface ImportRequest {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly passphrase: string | undefined;
  /** `add`: beside what is there; `replace`: in its place. */
  readonly mode: 'add' | 'replace';
}

interface ImportDeps {
  readonly live: LiveStore;
  readonly alone: AloneWrite;
  /** Where a set lies between its check and its storage, without a name. */
  readonly spoolFolder: string;
  readonly randomUUID: () => string;
}

/** Thrown inside the write, so that it is taken back. */
class SetRefused extends Error {
  override readonly name = 'SetRefused';

  constructor(readonly refused: RefusedSet) {
    super('the set was refused');
  }
}

const refuse = (faults: readonly LineFault[], total = faults.length): RefusedSet => ({
  faults: faults.slice(0, FAULTS_TOLD),
  total,
});

/** A file that only this process can see, and that goes with it. */
const openSpool = async ({ spoolFolder, randomUUID }: ImportDeps): Promise<FileHandle> => {
  const path = join(spoolFolder, `set-${randomUUID()}`);
  const spool = await open(path, 'wx+', 0o600);
  await rm(path);
  return spool;
};

/** Checks all lines and keeps them while all are good. */
const receive = async (chunks: ImportRequest['chunks'], spool: FileHandle) => {
  const { check, end, header, counts, hasId } = createSetCheck();
  const faults: LineFault[] = [];
  let total = 0;
  const note = (fault: LineFault): void => {
    total += 1;
    if (faults.length < FAULTS_TOLD) faults.push(fault);
  };
  let kept = '';
  for await (const numbered of readLines(chunks)) {
    const checked = check(numbered);
    if ('fault' in checked) note(checked.fault);
    else kept += `${numbered.text ?? ''}\n`;
    if (kept.length < SPOOL_AT) continue;
    if (total === 0) await spool.write(kept);
    kept = '';
  }
  if (total === 0) await spool.write(kept);
  const missing = end();
  if (missing !== null && total === 0) note(missing);
  return { header: header(), counts, hasId, refused: total === 0 ? null : refuse(faults, total) };
};

/** The pepper to take over with a set; null when it is the one that is here. */
const newPepper = async (
  header: SetHeader,
  here: string,
  passphrase = '',
): Promise<string | null> => {
  if (header.pepperId === pepperId(here)) return null;
  const wrong = (reason: LineFault['reason']) => new SetRefused(refuse([{ line: 1, reason }]));
  if (header.pepper === undefined) throw wrong('other-pepper');
  const pepper = await openPepper(header.pepper, passphrase);
  if (pepper === null || pepperId(pepper) !== header.pepperId) throw wrong('passphrase-wrong');
  return pepper;
};

const isEmpty = async (trx: Db): Promise<boolean> => {
  const user = await trx.selectFrom('users').select('user_id').limit(1).executeTakeFirst();
  const dead = await trx.selectFrom('tombstones').selectAll().limit(1).executeTakeFirst();
  return user === undefined && dead === undefined;
};

const importLines = async (
  { live, alone }: ImportDeps,
  { mode, passphrase }: ImportRequest,
  spool: FileHandle,
  { header, hasId }: { header: SetHeader; hasId: (idHash: string) => boolean },
): Promise<void> => {
  const pepper = await newPepper(header, live.pepper(), passphrase);
  await alone(async (trx) => {
    if (mode === 'replace') await removeEverything(trx, live.dialect);
    if (pepper !== null) {
      // Whoever is here could not be found any more.
      if (!(await isEmpty(trx)))
        throw new SetRefused(refuse([{ line: 1, reason: 'other-pepper' }]));
      await trx.deleteFrom('access_tokens').execute();
      await replacePepper(trx, pepper);
    }
    // Nobody else waits for this commit: the gate lets nobody through.
    const lines = readLines(spool.createReadStream({ start: 0, autoClose: false }));
    const faults = await storeLines(trx, lines, hasId);
    if (faults.length > 0) throw new SetRefused(refuse(faults));
  });
};

/** Imports a set: checked whole before anything is stored, and stored whole or not at all. */
export const importSet = async (
  deps: ImportDeps,
  request: ImportRequest,
): Promise<ImportResult> => {
  const spool = await openSpool(deps);
  try {
    const { header, counts, hasId, refused } = await receive(request.chunks, spool);
    if (refused !== null || header === null) return { refused: refused ?? refuse([]) };
    await importLines(deps, request, spool, { header, hasId });
    return { stored: counts };
  } catch (thrown) {
    if (thrown instanceof SetRefused) return { refused: thrown.refused };
    throw thrown;
  } finally {
    await spool.close();
  }
};
