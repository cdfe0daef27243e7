import { isRoot } from '../../scripts/project';
import { testUser, type User } from '../../scripts/processes';

/** Who runs the app under test: never root, for Chromium refuses its sandbox to root. */
export const appUser: User = isRoot ? testUser : undefined;

/** What the script that starts the tests provides. */
export interface EndToEndSetup {
  /** The Electron executable. */
  readonly executable: string;
  /** The folder of the built app, readable by every user. */
  readonly app: string;
  /** False where the kernel forbids the sandbox. */
  readonly sandboxed: boolean;
}

/** Reads the set-up. Throws when the tests were not started by `npm test` or `npm run e2e`. */
export function readSetup(): EndToEndSetup {
  const { MIMI_E2E_RUNTIME: executable, MIMI_E2E_APP: app, MIMI_E2E_SANDBOX: mode } = process.env;
  if (!executable || !app) throw new Error('Start these tests with: npm run e2e');
  return { executable, app, sandboxed: mode !== 'off' };
}
