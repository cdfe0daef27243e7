import { join } from 'node:path';
import { app } from '../../contract/ipc/app';
import type { contract } from '../../contract/ipc/contract';
import type { Preferences } from '../../contract/ipc/preferences';
import type { ClipboardKey } from '../app/clipboard-key';
import type { Companion } from '../app/create-companion';
import type { Desktop } from '../app/desktop';
import type { AreaLoaders } from '../ipc/bind-contract';
import { createAppHandlers } from './app-handlers';

interface AreasDeps {
  readonly companion: Companion;
  readonly desktop: Desktop;
  readonly clipboardKey: ClipboardKey;
  /** Folder of the built pages. */
  readonly pages: string;
  /** Takes changed preferences to the desktop, such as the theme. */
  readonly applied: (preferences: Preferences) => void;
}

/** Every area of the contract with its handlers. What the first picture does not need is loaded at its first call. */
export const createAreas = (deps: AreasDeps): AreaLoaders<typeof contract> => ({
  app: async () => ({ members: app, handlers: createAppHandlers(deps.companion, deps.desktop) }),
  session: async () => {
    const { session } = await import('../../contract/ipc/session');
    const { createSessionHandlers } = await import('./session-handlers');
    return { members: session, handlers: createSessionHandlers(deps) };
  },
  tests: async () => {
    const { tests } = await import('../../contract/ipc/tests');
    const { createTestsHandlers } = await import('./tests-handlers');
    return { members: tests, handlers: createTestsHandlers(deps.companion, deps.desktop) };
  },
  recovery: async () => {
    const { recovery } = await import('../../contract/ipc/recovery');
    const { createRecoveryHandlers } = await import('./recovery-handlers');
    const { createPrintKitPage } = await import('../recovery/print-kit-page');
    const { createFindCodes } = await import('../recovery/find-codes-in-window');
    const windows = {
      printPage: createPrintKitPage(join(deps.pages, 'assets')),
      findCodes: createFindCodes(deps.pages),
    };
    return { members: recovery, handlers: createRecoveryHandlers({ ...deps, ...windows }) };
  },
  partner: async () => {
    const { partner } = await import('../../contract/ipc/partner');
    const { createPartnerHandlers } = await import('./partner-handlers');
    return { members: partner, handlers: createPartnerHandlers(deps) };
  },
  preferences: async () => {
    const { preferences } = await import('../../contract/ipc/preferences');
    const { createPreferencesHandlers } = await import('./preferences-handlers');
    return {
      members: preferences,
      handlers: createPreferencesHandlers(deps.companion, deps.applied),
    };
  },
});
