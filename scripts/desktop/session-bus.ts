import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnTied, tied, type User } from '../processes';
import { untilReady, type Part } from './part';

/** Nothing is started by name: what a test did not start is not there, and nobody can prompt. */
function busConfiguration(socket: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/** Starts a session bus of its own with its socket in `folder`, for `user` only. */
export async function startSessionBus(folder: string, user: User): Promise<Part> {
  const socket = join(folder, 'bus');
  const configuration = join(folder, 'bus.conf');
  writeFileSync(configuration, busConfiguration(socket), { mode: 0o600 });
  if (user) chownSync(configuration, user.uid, user.gid);
  const child = spawnTied(user, 'dbus-daemon', [`--config-file=${configuration}`, '--nofork'], {
    stdio: 'ignore',
  });
  const env = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` };
  const bus = 'org.freedesktop.DBus';
  await untilReady('dbus-daemon', child, () => existsSync(socket) && ownsName(user, env, bus));
  return { child, env };
}

/** Calls a method on the session bus in `env`; returns the printed reply, or undefined on an error. */
export function callBus(
  user: User,
  env: NodeJS.ProcessEnv,
  destination: string,
  path: string,
  method: string,
  args: readonly string[] = [],
): string | undefined {
  const send = ['--session', '--print-reply', '--reply-timeout=5000', `--dest=${destination}`];
  const [file, argv] = tied(user, 'dbus-send', [...send, path, method, ...args]);
  const done = spawnSync(file, argv, {
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  });
  return done.status === 0 ? done.stdout : undefined;
}

/** True when a program on the bus owns `name`. */
export function ownsName(user: User, env: NodeJS.ProcessEnv, name: string): boolean {
  const bus = 'org.freedesktop.DBus';
  return callBus(user, env, bus, '/', `${bus}.GetNameOwner`, [`string:${name}`]) !== undefined;
}
