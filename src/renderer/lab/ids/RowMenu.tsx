import type { LabIdView } from '../../../contract/ipc/lab/ids';
import { LabMenuAt } from '../shell/LabMenu';
import { useLabMessages } from '../shell/use-lab-messages';
import { useIdsView } from '../stores/ids-view-store';
import { rowMenu } from './row-actions';

/** Id of the button in a row that opens its menu. */
export const menuButtonId = (key: string): string => `menu-${key}`;

interface Props {
  readonly rows: readonly LabIdView[];
  readonly canMove: boolean;
}

/** The menu of one row, while it is open: one for the table, so that a row costs little to draw. */
export const RowMenu = ({ rows, canMove }: Props) => {
  const messages = useLabMessages();
  const key = useIdsView(({ menu }) => menu);
  const id = key === null ? undefined : rows.find((row) => row.key === key);
  const button = id && document.getElementById(menuButtonId(id.key));
  if (!id || !button) return null;
  // Once the menu is gone: while it is open it keeps the focus, which a new label or a dialog needs.
  const later = (action: () => void) => (): void =>
    void requestAnimationFrame(() => {
      button.closest<HTMLElement>('[role=grid]')?.focus();
      action();
    });
  const items = rowMenu(messages, id, canMove).map((item) => ({
    ...item,
    onAction: later(item.onAction),
  }));
  return (
    <LabMenuAt
      at={button}
      label={messages('labIds.actions', { name: id.label || id.maskedId })}
      items={items}
      onClose={() => useIdsView.setState({ menu: null })}
    />
  );
};
