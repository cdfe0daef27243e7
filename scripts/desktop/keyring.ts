import { spawnSync } from 'node:child_process';
import { spawnTied, tied, type User } from '../processes';
import { untilReady, type Part } from './part';
import { callBus, ownsName } from './session-bus';

const service = 'org.freedesktop.secrets';
const root = '/org/freedesktop/secrets';
const login = `${root}/collection/login`;

/**
 * Starts gnome-keyring on the bus in `env`, its "login" keyring unlocked with (and, the first time,
 * made with) `password`. The keyring file lies in `<env.XDG_DATA_HOME>/keyrings`.
 */
export async function startKeyring(
  user: User,
  env: Readonly<Record<string, string>>,
  password: string,
): Promise<Part> {
  const child = spawnTied(
    user,
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    { env: { PATH: process.env['PATH'], ...env }, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  child.stdin?.end(password);
  await untilReady(
    'gnome-keyring-daemon',
    child,
    () => ownsName(user, env, service) && !isKeyringLocked(user, env),
  );
  return { child, env: {} };
}

/** Locks the login keyring, as a desktop does when it is told to. */
export function lockKeyring(user: User, env: NodeJS.ProcessEnv): void {
  callBus(user, env, service, root, 'org.freedesktop.Secret.Service.Lock', [
    `array:objpath:${login}`,
  ]);
  if (!isKeyringLocked(user, env)) throw new Error('The keyring did not lock');
}

/** The keyring daemon's control protocol, as its PAM module speaks it; it answers its own user only. */
const unlockProgram = `
  const password = require('node:fs').readFileSync(0);
  const number = (value) => { const b = Buffer.alloc(4); b.writeUInt32BE(value); return b; };
  const unlock = Buffer.concat([number(12 + password.length), number(1), number(password.length), password]);
  const socket = require('node:net').connect(process.env.XDG_RUNTIME_DIR + '/keyring/control');
  socket.write(Buffer.concat([Buffer.of(0), unlock]));
  socket.once('data', () => socket.end());`;

/** Unlocks the login keyring of a running daemon with its password. */
export function unlockKeyring(user: User, env: NodeJS.ProcessEnv, password: string): void {
  const [file, argv] = tied(user, process.execPath, ['-e', unlockProgram]);
  spawnSync(file, argv, { env, input: password, cwd: '/', timeout: 10_000 });
  if (isKeyringLocked(user, env)) throw new Error('The keyring did not unlock');
}

/** Deletes the key that Electron's safeStorage keeps under the app's name. */
export function deleteAppKey(user: User, env: NodeJS.ProcessEnv, appName: string): void {
  const [file, argv] = tied(user, 'secret-tool', ['clear', 'application', appName]);
  const done = spawnSync(file, argv, { env: { PATH: process.env['PATH'], ...env } });
  if (done.status !== 0) throw new Error(`secret-tool found no key of ${appName}`);
}

/** True when the login keyring is locked, or when there is none. */
function isKeyringLocked(user: User, env: NodeJS.ProcessEnv): boolean {
  const reply = callBus(user, env, service, login, 'org.freedesktop.DBus.Properties.Get', [
    'string:org.freedesktop.Secret.Collection',
    'string:Locked',
  ]);
  return !reply?.includes('boolean false');
}
