import { basename } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../contract/errors';
import type {
  ChosenImport,
  ExportWish,
  ImportPreview,
  LinesReport,
} from '../../../contract/ipc/lab/ids';
import { MIN_PASSPHRASE_LENGTH, passphraseLength } from '../../../contract/passphrase';
import { createLabMessages } from '../../../messages/lab-catalogue';
import type { Companion } from '../../app/create-companion';
import type { Desktop } from '../../app/desktop';
import { saveAs } from '../../app/write-export';
import { createInTurn } from '../../files/in-turn';
import type { Clock } from '../../mimi-core/ports';
import {
  derivePassphraseKey,
  keyOfFile,
  sealFile,
  unsealFile,
  type DeriveKey,
} from '../../recovery/passphrase-file';
import { isOfFormat, parseSealedFile, type SealedFile } from '../../recovery/passphrase-file-head';
import { readChosenFile } from '../../recovery/read-chosen-file';
import type { IdTable } from './id-table';
import type { Candidate } from './parse-lines';
import {
  candidatesOfJson,
  csvOf,
  MAX_SET_BYTES,
  parsePlainSet,
  SET_FORMAT,
  setOf,
} from './set-format';
import { addCandidates, sortCandidates, type RowMaker } from './sort-candidates';

/** Ending of an encrypted set's file name. */
const EXTENSION = 'mimilab';

interface SetFilesDeps {
  readonly table: IdTable;
  readonly rowMaker: RowMaker;
  readonly companion: Pick<Companion, 'snapshot'>;
  readonly desktop: Pick<Desktop, 'chooseSaveFile' | 'chooseOpenFile' | 'confirm'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly randomBytes: (size: number) => Buffer;
  /** The slow derivation, unless something quicker will do. */
  readonly deriveKey?: DeriveKey;
}

/** What was chosen last: locked, then read. Nothing of it is in the table. */
type Chosen =
  | { readonly status: 'locked'; readonly file: SealedFile }
  | {
      readonly status: 'read';
      readonly importKey: string;
      readonly candidates: readonly Candidate[];
    };

/** Saving the table to files and reading files into it. Nothing is added before it was previewed and committed. */
export const createSetFiles = (deps: SetFilesDeps) => {
  const { table, rowMaker, companion, desktop, clock, randomBytes } = deps;
  const deriveKey = deps.deriveKey ?? derivePassphraseKey;
  // One derivation at a time: each takes 128 MiB.
  const inTurn = createInTurn();
  let chosen: Chosen | null = null;

  /** The encrypted file chosen last, until it is opened. */
  const lockedFile = (): SealedFile | null => (chosen?.status === 'locked' ? chosen.file : null);

  const messagesNow = () => createLabMessages(companion.snapshot().language);

  const isMeant = (): Promise<boolean> => {
    const messages = messagesNow();
    return desktop.confirm({
      title: messages('labDialogs.plainTitle'),
      detail: messages('labDialogs.plainBody', { count: table.ids().length }),
      action: messages('labDialogs.plainSave'),
      cancel: messages('labDialogs.cancel'),
    });
  };

  const contentOf = async (wish: ExportWish): Promise<string | Buffer> => {
    const ids = table.ids();
    switch (wish.format) {
      case 'encrypted':
        return inTurn(() =>
          sealFile(SET_FORMAT, setOf(ids), wish.passphrase, {
            randomBytes,
            madeAt: clock.now(),
            deriveKey,
          }),
        );
      case 'json':
        return `${JSON.stringify(setOf(ids), null, 2)}\n`;
      case 'csv':
        return csvOf(ids);
      default:
        return wish satisfies never;
    }
  };

  const preview = (candidates: readonly Candidate[]): ImportPreview => {
    const importKey = rowMaker.newKey();
    chosen = { status: 'read', importKey, candidates };
    return { importKey, report: sortCandidates(candidates, table.ids(), rowMaker).report };
  };

  return {
    async exportSet(wish: ExportWish): Promise<'saved' | 'cancelled'> {
      if (wish.format === 'encrypted' && passphraseLength(wish.passphrase) < MIN_PASSPHRASE_LENGTH)
        throw new AppError('kit/passphrase-too-short');
      if (wish.format !== 'encrypted' && !(await isMeant())) return 'cancelled';
      const messages = messagesNow();
      const extension = wish.format === 'encrypted' ? EXTENSION : wish.format;
      const fileName = `${messages('labDialogs.exportFileName')}.${extension}`;
      return saveAs(desktop, messages('labDialogs.exportTitle'), fileName, () => contentOf(wish));
    },

    async chooseImport(): Promise<ChosenImport> {
      const extensions = [EXTENSION, 'json', 'csv', 'txt'];
      const file = await desktop.chooseOpenFile(
        messagesNow()('labDialogs.importTitle'),
        extensions,
      );
      if (file === null) return { status: 'cancelled' };
      const bytes = await readChosenFile(file, MAX_SET_BYTES, 'lab/too-large', {
        foreign: 'lab/not-a-set',
        notRead: 'lab/file-not-read',
      });
      const fileName = basename(file).slice(0, 255);
      if (isOfFormat(SET_FORMAT, bytes)) {
        chosen = { status: 'locked', file: parseSealedFile(SET_FORMAT, bytes) };
        return { status: 'locked', fileName };
      }
      return { status: 'read', fileName, preview: preview(parsePlainSet(bytes)) };
    },

    async openImport(passphrase: string): Promise<ImportPreview> {
      const file = lockedFile();
      if (file === null) throw new AppError('lab/none-chosen');
      const key = await inTurn(() => keyOfFile(SET_FORMAT, file, passphrase, deriveKey));
      // Dropped meanwhile, or another one chosen.
      if (lockedFile() !== file) throw new AppError('lab/none-chosen');
      return preview(candidatesOfJson(unsealFile(SET_FORMAT, z.unknown(), file, key)));
    },

    async commitImport(importKey: string): Promise<LinesReport> {
      // What was seen is what is added: a file chosen since has another key.
      if (chosen?.status !== 'read' || chosen.importKey !== importKey)
        throw new AppError('lab/none-chosen');
      const committed = chosen;
      const report = await addCandidates(table, committed.candidates, rowMaker);
      if (chosen === committed) chosen = null;
      return report;
    },

    dropImport(): void {
      chosen = null;
    },
  };
};
