import type { LabIdView } from '../../../contract/ipc/lab/ids';
import { action } from '../../app/action';
import { tell, type Said } from '../../stores/action-store';
import { lab } from '../shell/lab-api';
import { done, plain, saidOf } from '../shell/lab-said';
import { useIds } from '../stores/ids-store';
import { ask, select, useIdsView } from '../stores/ids-view-store';
import { arrange, isAsKept } from './arrange';
import { countOf } from './count-of';
import { NO_SELECTION, only } from './selection';

const { labIds } = lab;

/** An id as it is called: its label with the masked id. */
const nameOf = ({ label, maskedId }: LabIdView): string =>
  label === '' ? maskedId : `${label} ${maskedId}`;

/** Opens the id's session; the listener's window follows. */
export const swap = action(
  'swap',
  ({ key }: LabIdView) => labIds.swap({ key }),
  (outcome, id) => saidOf(outcome, () => nameOf(id)),
);

/** Has main put the id on the clipboard for a while. */
export const copy = action(
  'copy',
  ({ key }: LabIdView) => labIds.copy({ key }),
  ({ clearsAfterSeconds }) =>
    done((messages) => messages('key.copied', { seconds: String(clearsAfterSeconds) })),
);

/** Has main show the id in a small window of its own. */
export const reveal = action('reveal', ({ key }: LabIdView) => labIds.reveal({ key }));

const relabel = action('rename', labIds.rename);

/** Gives the id another label and ends the renaming. */
export const rename = (id: LabIdView, label: string): void => {
  useIdsView.setState({ renaming: null });
  if (label !== id.label) relabel({ key: id.key, label });
};

interface Move {
  readonly id: LabIdView;
  /** Counted from 0, of `count` rows. */
  readonly to: number;
  readonly count: number;
}

/** Puts a row to another place and says which. */
const moveTo = action(
  'move',
  ({ id, to }: Move) => labIds.move({ key: id.key, to }),
  (_, { id, to, count }) => ({
    ...plain((messages) =>
      messages('labIds.moved', {
        ...{ name: nameOf(id), place: String(to + 1), count: String(count) },
      }),
    ),
    // The table shows it.
    isAloudOnly: true,
  }),
);

/** Puts the row of that key to another place, as `moveTo`. */
export const drop = (key: string, to: number): void => {
  const { ids } = useIds.getState();
  const id = ids.find((each) => each.key === key);
  if (id) moveTo({ id, to, count: ids.length });
};

/** Moves a row one place up (-1) or down (1), where rows are shown in the tester's order. */
export const shift = (id: LabIdView, by: -1 | 1): void => {
  if (!isAsKept(useIdsView.getState().arrangement)) {
    tell(plain((messages) => messages('labIds.cannotMove')));
    return;
  }
  const { ids } = useIds.getState();
  const to = ids.findIndex(({ key }) => key === id.key) + by;
  if (to >= 0 && to < ids.length) moveTo({ id, to, count: ids.length });
};

/** Keys of the rows shown, as they are arranged. */
export const keysShown = (): string[] =>
  arrange(useIds.getState().ids, useIdsView.getState().arrangement).map(({ key }) => key);

interface Removal {
  readonly keys: readonly string[];
  /** Of the row that becomes the active one. */
  readonly next: string | undefined;
}

/** What `remove` runs. */
export const removal = action(
  'remove',
  ({ keys }: Removal) => labIds.remove({ keys: [...keys] }),
  (_, { keys, next }) => {
    ask(null);
    select(next === undefined ? NO_SELECTION : only(next));
    return done((messages) => messages('labIds.removed', { count: keys.length }));
  },
);

/** Takes rows out of the table; the one after them becomes the active one. */
export const remove = (keys: readonly string[]): void => {
  const shown = keysShown();
  const last = shown.findLastIndex((key) => keys.includes(key));
  const rest = (key: string | undefined) => key !== undefined && !keys.includes(key);
  const next = shown.slice(last + 1).find(rest) ?? shown.slice(0, last + 1).findLast(rest);
  removal({ keys, next });
};

const added = (count: number): Said =>
  (count > 0 ? done : plain)((messages) => messages('labIds.added', { count }));

/** Has main read ids from the clipboard and add those that are new; shows a report that holds more than new lines. */
export const paste = action('paste', labIds.paste, (report) => {
  const isPlain = report.lines.every(({ status }) => status === 'new');
  ask(!isPlain || report.lines.length === 0 ? { type: 'report', report } : null);
  return added(countOf(report, 'new'));
});

/** Adds the id that is open now. */
export const addCurrent = action(
  'addCurrent',
  () => labIds.addCurrent({ label: '' }),
  () => added(1),
);

/** Registers new users. The status bar shows how far it is. */
export const createUsers = action(
  'createUsers',
  (wish: Parameters<typeof labIds.createUsers>[0]) => {
    ask(null);
    return labIds.createUsers(wish);
  },
  ({ created, outcome }) =>
    saidOf(outcome, (messages) => messages('labIds.created', { count: created })),
);

/** Asks for a file; what it holds is shown before any of it is added. */
export const chooseImport = action('chooseImport', labIds.chooseImport, (chosen) => {
  if (chosen.status === 'locked') ask({ type: 'open-import', fileName: chosen.fileName });
  if (chosen.status === 'read') {
    ask({ type: 'preview', fileName: chosen.fileName, preview: chosen.preview });
  }
  return null;
});

interface LockedImport {
  readonly fileName: string;
  readonly passphrase: string;
}

/** Opens the encrypted file chosen; a wrong passphrase leaves the question standing. */
export const openImport = action(
  'openImport',
  ({ passphrase }: LockedImport) => labIds.openImport({ passphrase }),
  (preview, { fileName }) => {
    ask({ type: 'preview', fileName, preview });
    return null;
  },
);

/** Adds what the preview called new. */
export const commitImport = action('commitImport', labIds.commitImport, (report) => {
  ask(null);
  return added(countOf(report, 'new'));
});

/** Forgets the file chosen; nothing was added. */
export const dropImport = (): void => {
  ask(null);
  void labIds.dropImport();
};

/** How the set is written. */
export type ExportChoice = Parameters<typeof labIds.exportSet>[0];

/** Writes the whole table where the tester says. */
export const exportSet = action('exportSet', labIds.exportSet, (outcome) => {
  if (outcome !== 'saved') return null;
  ask(null);
  return done((messages) => messages('labIds.exported'));
});
