import { launchCompanion, type Companion } from '../../e2e/support/launch';
import { startDesktop, type Desktop } from '../desktop/desktop';
import { testUser } from '../processes';
import { isRoot } from '../project';
import { canSandbox } from '../sandbox';
import { stageApp } from '../test/stage';
import { preferSound } from './real-time';

/** The built app, ready to be started on a desktop whose headphones can be recorded. */
export interface SoundBench {
  readonly desktop: Desktop;
  /** Folder of the built app. */
  readonly app: string;
  /** Starts the app as somebody new, hands it over, and ends it. */
  readonly withApp: <T>(use: (companion: Companion) => Promise<T>) => Promise<T>;
  readonly stop: () => Promise<void>;
}

/** Stages the built app for the unprivileged user and starts the desktop. */
export const openSoundBench = async (executable: string): Promise<SoundBench> => {
  const user = isRoot ? testUser : undefined;
  const app = await stageApp();
  Object.assign(process.env, {
    MIMI_E2E_RUNTIME: executable,
    MIMI_E2E_APP: app,
    MIMI_E2E_SANDBOX: canSandbox(user) ? 'on' : 'off',
  });
  const desktop = await startDesktop({
    user,
    display: '1440x900',
    keyring: { password: 'sound keyring password' },
    audio: true,
  });
  return {
    desktop,
    app,
    async withApp(use) {
      const companion = await launchCompanion(desktop);
      preferSound();
      try {
        return await use(companion);
      } finally {
        await companion.kill9();
        await companion.home.remove();
      }
    },
    stop: desktop.stop,
  };
};
