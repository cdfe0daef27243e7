import type { LabIdView } from '../../../contract/ipc/lab/ids';
import type { LabMessages } from '../../../messages/lab-catalogue';
import type { LabMenuItem } from '../shell/LabMenu';
import { ask, select, useIdsView } from '../stores/ids-view-store';
import { copy, keysShown, reveal, shift, swap } from './actions';
import { extended, only, toggled } from './selection';

/** Begins to rename a row in its place. */
export const startRenaming = ({ key }: LabIdView): void => useIdsView.setState({ renaming: key });

/** Asks before rows are removed: all selected when the row is among them. */
export const askRemoval = ({ key }: LabIdView): void => {
  const { selected } = useIdsView.getState().selection;
  ask({ type: 'remove', keys: selected.has(key) ? [...selected] : [key] });
};

/** Selects the row pressed: alone, beside the others (Ctrl), or up to there (Shift). */
export const pointAt = (
  key: string,
  { ctrlKey, metaKey, shiftKey }: Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): void => {
  const { selection } = useIdsView.getState();
  if (ctrlKey || metaKey) select(toggled(selection, key));
  else select(shiftKey ? extended(selection, keysShown(), key) : only(key));
};

/** What a row's menu offers. */
export const rowMenu = (
  messages: LabMessages,
  id: LabIdView,
  canMove: boolean,
): readonly LabMenuItem[] => [
  { id: 'swap', text: messages('labIds.swap'), keys: 'Enter', onAction: () => swap(id) },
  { id: 'rename', text: messages('labIds.rename'), keys: 'F2', onAction: () => startRenaming(id) },
  { id: 'copy', text: messages('labIds.copy'), keys: 'Ctrl+C', onAction: () => copy(id) },
  { id: 'reveal', text: messages('labIds.reveal'), onAction: () => reveal(id) },
  {
    ...{ id: 'up', text: messages('labIds.up'), keys: 'Alt+↑', isDisabled: !canMove },
    onAction: () => shift(id, -1),
  },
  {
    ...{ id: 'down', text: messages('labIds.down'), keys: 'Alt+↓', isDisabled: !canMove },
    onAction: () => shift(id, 1),
  },
  { id: 'remove', text: messages('labIds.remove'), keys: 'Delete', onAction: () => askRemoval(id) },
];
