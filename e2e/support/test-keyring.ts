import { startDesktop, type Desktop } from '../../scripts/desktop/desktop';
import { deleteAppKey, lockKeyring, unlockKeyring } from '../../scripts/desktop/keyring';
import type { User } from '../../scripts/processes';

/** How a test finds the keyring: open, shut (and nobody there to ask for its password), or absent. */
export type KeyringMode = 'unlocked' | 'locked' | 'none';

/** A session bus of its own with or without a keyring. It lasts over restarts of the app. */
export interface TestKeyring {
  readonly env: Readonly<Record<'DBUS_SESSION_BUS_ADDRESS', string>>;
  /** Locks it; an app that already read its key does not notice. */
  readonly lock: () => void;
  readonly unlock: () => void;
  /** Deletes the key that safeStorage keeps under the app's name. */
  readonly deleteKey: (appName: string) => void;
  readonly stop: () => Promise<void>;
}

const password = 'test keyring password';

/** Starts a bus with a real keyring in the wanted state. */
export async function startTestKeyring(user: User, mode: KeyringMode): Promise<TestKeyring> {
  const desktop = await startDesktop({
    user,
    ...(mode === 'none' ? {} : { keyring: { password } }),
  });
  const keyring = keyringOf(desktop);
  if (mode === 'locked') keyring.lock();
  return keyring;
}

function keyringOf({ env, user, stop }: Desktop): TestKeyring {
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: env['DBUS_SESSION_BUS_ADDRESS'] ?? '' },
    lock: () => lockKeyring(user, env),
    unlock: () => unlockKeyring(user, env, password),
    deleteKey: (appName) => deleteAppKey(user, env, appName),
    stop,
  };
}
