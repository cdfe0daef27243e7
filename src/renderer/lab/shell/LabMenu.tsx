import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import styles from './LabMenu.module.css';

/** One line of a menu. */
export interface LabMenuItem {
  readonly id: string;
  readonly text: string;
  /** The keys that do the same, shown at the end. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

interface ItemsProps {
  readonly label: string;
  readonly items: readonly LabMenuItem[];
  /** Called when a line was chosen. */
  readonly onClose?: () => void;
}

const Items = ({ label, items, onClose }: ItemsProps) => (
  <Menu
    className={styles['menu'] ?? ''}
    aria-label={label}
    autoFocus="first"
    {...(onClose && { onClose })}
    disabledKeys={items.filter(({ isDisabled }) => isDisabled).map(({ id }) => id)}
  >
    {items.map(({ id, text, keys, onAction }) => (
      <MenuItem
        key={id}
        id={id}
        className={styles['item'] ?? ''}
        textValue={text}
        onAction={onAction}
      >
        {text}
        {keys && <kbd aria-hidden="true">{keys}</kbd>}
      </MenuItem>
    ))}
  </Menu>
);

interface MenuProps extends ItemsProps {
  readonly isPending?: boolean;
}

/** A button with a menu. */
export const LabMenu = ({ isPending = false, ...props }: MenuProps) => (
  <MenuTrigger>
    <AriaButton className={styles['button'] ?? ''} isPending={isPending}>
      {props.label}
      <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
        <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </svg>
    </AriaButton>
    <Popover className={styles['popover'] ?? ''} placement="bottom end">
      <Items {...props} />
    </Popover>
  </MenuTrigger>
);

interface AtProps extends ItemsProps {
  /** Where it opens; the focus goes back to where it was. */
  readonly at: Element;
  readonly onClose: () => void;
}

/** An open menu of something that has no trigger of its own, such as a row. */
export const LabMenuAt = ({ at, ...props }: AtProps) => (
  <Popover
    className={styles['popover'] ?? ''}
    placement="bottom end"
    aria-label={props.label}
    isOpen
    triggerRef={{ current: at }}
    onOpenChange={(isOpen) => !isOpen && props.onClose()}
  >
    <Items {...props} />
  </Popover>
);
