import { randomBytes, randomUUID } from 'node:crypto';
import { app, ipcMain, type BrowserWindow } from 'electron';
import { networkFetch, type ElectronCompanion } from '../app/compose-for-electron';
import type { Desktop } from '../app/desktop';
import { toFront } from '../app/lifecycle';
import { systemClock } from '../app/system-clock';
import type { Shape } from '../../contract/ipc/define';
import { labContract } from '../../contract/ipc/lab-contract';
import { bindChannels, createAnswers } from '../ipc/bind-contract';
import { publish } from '../ipc/publish';
import { createTrustedSenders } from '../security/trusted-senders';
import { createLab, type LabDeps } from './create-lab';
import { createLabAreas } from './handlers/areas';
import { createLabWindow } from './lab-window';
import { createRevealWindow } from './reveal/reveal-window';

/** Filled in at build time from the contract; see electron.vite.config.ts. */
declare const LAB_SHAPE: Shape;

interface OpenerDeps extends Pick<
  LabDeps,
  'config' | 'clipboardKey' | 'startAnew' | 'showListener'
> {
  readonly companion: ElectronCompanion;
  /** Origin of the app's own pages. */
  readonly origin: string;
  /** The listener's window, which the Lab's is put beside. */
  readonly listener: () => BrowserWindow | null;
  /** The desktop whose dialogs belong to a window. */
  readonly desktopOf: (window: () => BrowserWindow | null) => Desktop;
}

/** The Lab with its windows. */
export interface LabOpener {
  /** Shows the Lab's window, of which there is at most one. */
  open(): void;
  /** Closes its windows. What is set, such as a fault of the network, stays. */
  close(): void;
  /** Ends what runs; for quitting. */
  dispose(): void;
}

/** Makes the Lab of a running app. Its channels answer its own window and no other. */
export const createLabOpener = (deps: OpenerDeps): LabOpener => {
  const senders = createTrustedSenders(deps.origin);
  let window: BrowserWindow | null = null;

  const reveal = createRevealWindow({ ...deps, parent: () => window });
  const labDeps: LabDeps = {
    ...deps,
    network: deps.companion.network,
    isServiceFixed: process.env['COMPANION_SERVICE_URL'] !== undefined,
    configFolder: app.getPath('userData'),
    networkFetch,
    desktop: deps.desktopOf(() => window),
    clock: systemClock,
    randomUUID,
    randomBytes,
    publish: (area, name, payload) => {
      // Nobody listens: then nothing needs to be checked either.
      if (senders.list().length > 0) publish(labContract, senders.list(), area, name, payload);
    },
    reveal: (id) => reveal.show(id),
  };
  const lab = createLab(labDeps);
  bindChannels(LAB_SHAPE, {
    ipcMain,
    trusts: (event) => senders.trusts(event),
    answers: Promise.resolve(
      createAnswers(createLabAreas(lab, labDeps), (channel, code) =>
        deps.companion.journal.append({ type: 'ipc/refused', channel, code }),
      ),
    ),
  });

  const create = (): BrowserWindow => {
    const created = createLabWindow({
      title: `${deps.config.product.name} · Session Lab`,
      listener: deps.listener()?.getBounds() ?? null,
      trust: (page) => senders.add(page),
    });
    created.once('closed', () => {
      window = null;
      reveal.close();
    });
    // What it shows is main's: closed and opened again it is as it was.
    created.webContents.on('render-process-gone', () => created.destroy());
    return created;
  };

  return {
    open() {
      window ??= create();
      toFront(window);
    },
    close: () => window?.close(),
    dispose: () => lab.dispose(),
  };
};
