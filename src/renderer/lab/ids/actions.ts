import type { LabIdView, LinesReport } from '../../../contract/ipc/lab/ids';
import { lab } from '../shell/lab-api';
import { useIds } from '../stores/ids-store';
import { ask, select, useIdsView } from '../stores/ids-view-store';
import { runLab, saidOf, tell, useLabUi, type LabSaid } from '../stores/lab-ui-store';
import { arrange, isAsKept } from './arrange';
import { countOf } from './count-of';
import { NO_SELECTION, only } from './selection';

const { labIds } = lab;

/** An id as it is called: its label with the masked id. */
const nameOf = ({ label, maskedId }: LabIdView): string =>
  label === '' ? maskedId : `${label} ${maskedId}`;

/** Opens the id's session; the listener's window follows. */
export const swap = (id: LabIdView): void =>
  void runLab(
    'swap',
    () => labIds.swap({ key: id.key }),
    (outcome) => saidOf(outcome, () => nameOf(id)),
  );

/** Has main put the id on the clipboard for a while. */
export const copy = ({ key }: LabIdView): void =>
  void runLab(
    'copy',
    () => labIds.copy({ key }),
    ({ clearsAfterSeconds }) => ({
      tone: 'done',
      say: (messages) => messages('key.copied', { seconds: String(clearsAfterSeconds) }),
    }),
  );

/** Has main show the id in a small window of its own. */
export const reveal = ({ key }: LabIdView): void =>
  void runLab('reveal', () => labIds.reveal({ key }));

/** Gives the id another label and ends the renaming. */
export const rename = (id: LabIdView, label: string): void => {
  useIdsView.setState({ renaming: null });
  if (label !== id.label) void runLab('rename', () => labIds.rename({ key: id.key, label }));
};

/** Puts a row to another place, counted from 0, and says which. */
const moveTo = (id: LabIdView, to: number, count: number): void =>
  void runLab(
    'move',
    () => labIds.move({ key: id.key, to }),
    () => ({
      tone: 'plain',
      // The table shows it.
      isAloudOnly: true,
      say: (messages) =>
        messages('labIds.moved', {
          ...{ name: nameOf(id), place: String(to + 1), count: String(count) },
        }),
    }),
  );

/** Puts the row of that key to another place, as `moveTo`. */
export const drop = (key: string, to: number): void => {
  const { ids } = useIds.getState();
  const id = ids.find((each) => each.key === key);
  if (id) moveTo(id, to, ids.length);
};

/** Moves a row one place up (-1) or down (1), where rows are shown in the tester's order. */
export const shift = (id: LabIdView, by: -1 | 1): void => {
  if (!isAsKept(useIdsView.getState().arrangement)) {
    tell({ tone: 'plain', say: (messages) => messages('labIds.cannotMove') });
    return;
  }
  const { ids } = useIds.getState();
  const to = ids.findIndex(({ key }) => key === id.key) + by;
  if (to >= 0 && to < ids.length) moveTo(id, to, ids.length);
};

/** Keys of the rows shown, as they are arranged. */
export const keysShown = (): string[] =>
  arrange(useIds.getState().ids, useIdsView.getState().arrangement).map(({ key }) => key);

/** Takes rows out of the table; the one after them becomes the active one. */
export const remove = async (keys: readonly string[]): Promise<void> => {
  const shown = keysShown();
  const last = shown.findLastIndex((key) => keys.includes(key));
  const rest = (key: string | undefined) => key !== undefined && !keys.includes(key);
  const next = shown.slice(last + 1).find(rest) ?? shown.slice(0, last + 1).findLast(rest);
  await runLab(
    'remove',
    () => labIds.remove({ keys: [...keys] }),
    () => ({
      tone: 'done',
      say: (messages) => messages('labIds.removed', { count: keys.length }),
    }),
  );
  if (useLabUi.getState().said?.tone === 'danger') return;
  ask(null);
  select(next === undefined ? NO_SELECTION : only(next));
};

const added = (report: LinesReport): LabSaid => {
  const count = countOf(report, 'new');
  return {
    tone: count > 0 ? 'done' : 'plain',
    say: (messages) => messages('labIds.added', { count }),
  };
};

/** Shows a report that holds more than new lines. */
const showReport = (report: LinesReport | undefined): void => {
  const isPlain = report?.lines.every(({ status }) => status === 'new') ?? true;
  ask(report && (!isPlain || report.lines.length === 0) ? { type: 'report', report } : null);
};

/** Has main read ids from the clipboard and add those that are new. */
export const paste = async (): Promise<void> =>
  showReport(await runLab('paste', labIds.paste, added));

/** Adds the id that is open now. */
export const addCurrent = (): void =>
  void runLab(
    'addCurrent',
    () => labIds.addCurrent({ label: '' }),
    () => ({ tone: 'done', say: (messages) => messages('labIds.added', { count: 1 }) }),
  );

/** Registers new users. The status bar shows how far it is. */
export const createUsers = (wish: Parameters<typeof labIds.createUsers>[0]): void => {
  ask(null);
  void runLab(
    'createUsers',
    () => labIds.createUsers(wish),
    ({ created, outcome }) =>
      saidOf(outcome, (messages) => messages('labIds.created', { count: created })),
  );
};

/** Asks for a file; what it holds is shown before any of it is added. */
export const chooseImport = async (): Promise<void> => {
  const chosen = await runLab('chooseImport', labIds.chooseImport);
  if (chosen?.status === 'locked') ask({ type: 'open-import', fileName: chosen.fileName });
  if (chosen?.status === 'read') {
    ask({ type: 'preview', fileName: chosen.fileName, preview: chosen.preview });
  }
};

/** Opens the encrypted file chosen; a wrong passphrase leaves the question standing. */
export const openImport = async (fileName: string, passphrase: string): Promise<void> => {
  const preview = await runLab('openImport', () => labIds.openImport({ passphrase }));
  if (preview) ask({ type: 'preview', fileName, preview });
};

/** Adds what the preview called new. */
export const commitImport = async (importKey: string): Promise<void> => {
  const report = await runLab('commitImport', () => labIds.commitImport({ importKey }), added);
  if (report) ask(null);
};

/** Forgets the file chosen; nothing was added. */
export const dropImport = (): void => {
  ask(null);
  void labIds.dropImport();
};

/** How the set is written. */
export type ExportChoice = Parameters<typeof labIds.exportSet>[0];

/** Writes the whole table where the tester says. */
export const exportSet = async (choice: ExportChoice): Promise<void> => {
  const outcome = await runLab(
    'exportSet',
    () => labIds.exportSet(choice),
    (saved) =>
      saved === 'saved' ? { tone: 'done', say: (messages) => messages('labIds.exported') } : null,
  );
  if (outcome === 'saved') ask(null);
};
