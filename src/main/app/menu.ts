import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Snapshot } from '../../contract/ipc/snapshot';
import { createMessages, type Language } from '../../messages/catalogue';
import type { Companion } from './create-companion';

/** What the menu's own entries do. */
export interface MenuActions {
  readonly openGuide: () => Promise<void>;
  readonly copyReport: () => Promise<void>;
  readonly openLab: () => Promise<void>;
}

type Items = MenuItemConstructorOptions[];

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

const setMenu = (language: Language, hasLab: boolean, actions: MenuActions): void => {
  const messages = createMessages(language);
  const file: Items = [{ role: 'quit', label: messages('menu.quit') }];
  const edit: Items = [
    { role: 'undo', label: messages('menu.undo') },
    { role: 'redo', label: messages('menu.redo') },
    SEPARATOR,
    { role: 'cut', label: messages('menu.cut') },
    { role: 'copy', label: messages('menu.copy') },
    { role: 'paste', label: messages('menu.paste') },
    { role: 'selectAll', label: messages('menu.selectAll') },
  ];
  const view: Items = [
    { role: 'zoomIn', label: messages('menu.zoomIn') },
    { role: 'zoomOut', label: messages('menu.zoomOut') },
    { role: 'resetZoom', label: messages('menu.resetZoom') },
    SEPARATOR,
    { role: 'togglefullscreen', label: messages('menu.fullScreen') },
  ];
  const windows: Items = [
    { role: 'minimize', label: messages('menu.minimize') },
    { role: 'close', label: messages('menu.close') },
  ];
  const lab: Items = hasLab
    ? [
        SEPARATOR,
        {
          label: messages('menu.lab'),
          accelerator: 'CmdOrCtrl+Shift+L',
          click: () => void actions.openLab().catch(() => undefined),
        },
      ]
    : [];
  const help: Items = [
    { label: messages('menu.guide'), click: () => void actions.openGuide().catch(() => undefined) },
    {
      label: messages('menu.report'),
      click: () => void actions.copyReport().catch(() => undefined),
    },
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: messages('menu.file'), submenu: file },
      { label: messages('menu.edit'), submenu: edit },
      { label: messages('menu.view'), submenu: view },
      { label: messages('menu.window'), submenu: [...windows, ...lab] },
      { label: messages('menu.help'), submenu: help },
    ]),
  );
};

/**
 * Keeps the menu in the person's language, with the Lab in it while that is switched on. It takes the place of
 * Electron's own, which offers developer tools.
 */
export const followMenu = (
  companion: Pick<Companion, 'snapshot' | 'onSnapshot'>,
  actions: MenuActions,
): void => {
  let shown = '';
  const show = ({ language, preferences }: Pick<Snapshot, 'language' | 'preferences'>): void => {
    const wanted = `${language} ${preferences.lab}`;
    if (wanted !== shown) setMenu(language, preferences.lab, actions);
    shown = wanted;
  };
  show(companion.snapshot());
  companion.onSnapshot(show);
};
