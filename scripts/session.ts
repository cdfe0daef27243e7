import { topOfSession, watchStarters } from './process-tree';
import { spawnTied } from './processes';
import { isRoot } from './project';
import { say } from './report';
import { provideRuntime } from './runtime/provide';
import { canSandbox } from './sandbox';
import { ensureSystem } from './system/ensure';
import { startTrialDesktop } from './desktop/trial';

/** Everything needed to start the app for a person. */
interface Session {
  readonly executable: string;
  readonly env: NodeJS.ProcessEnv;
  /** Switches for Electron. */
  readonly switches: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Prepares Electron and the desktop: the person's own one, or a trial one where there is none. */
export async function openSession(): Promise<Session> {
  const { executable } = await provideRuntime();
  const { DISPLAY: x11, WAYLAND_DISPLAY: wayland } = process.env;
  const ownDesktop = process.platform !== 'linux' || Boolean(x11) || Boolean(wayland);
  await ensureSystem(ownDesktop ? 'app' : 'trial-desktop', executable);
  const sandboxed = canSandbox(undefined);
  if (!sandboxed) say(isRoot ? rootWarning : namespaceWarning);
  const switches = sandboxed ? [] : ['--no-sandbox'];
  if (ownDesktop) return { executable, env: process.env, switches, stop: async () => {} };
  const desktop = await startTrialDesktop();
  return {
    executable,
    env: { ...process.env, ...desktop.env, XDG_CURRENT_DESKTOP: '' },
    // Without a GPU or a system bus, Chromium complains at length about both; none of it matters here.
    switches: [...switches, '--password-store=gnome-libsecret', '--log-level=3'],
    stop: desktop.stop,
  };
}

const rootWarning =
  'Started by root: the sandbox is OFF, for Chromium refuses it to root. Other users have it.';
const namespaceWarning =
  'The sandbox is OFF: this kernel refuses user namespaces to you (sysctl or AppArmor policy).';

/** Milliseconds between two looks whether an app that started itself again still runs. */
const LOOK_EVERY_MS = 500;

/**
 * Runs a command to its end, and what it leaves running in its place: an app that starts itself again keeps the desktop
 * it was given. Returns its exit code. SIGINT, SIGTERM, SIGHUP and the end of the
 * npm that started this process ask it to end; after 5 s it is killed.
 */
export async function runUntilStopped(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<number> {
  const child = spawnTied(undefined, command, args, { env, cwd, stdio: 'inherit' });
  const left = (): number[] => (child.pid === undefined ? [] : topOfSession(child.pid));
  const signal = (name: NodeJS.Signals): void => {
    if (!child.kill(name)) for (const pid of left()) sendTo(pid, name);
  };
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    signal('SIGTERM');
    setTimeout(() => signal('SIGKILL'), 5000).unref();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, end);
  watchStarters(end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      const look = (): void => {
        if (left().length > 0) setTimeout(look, LOOK_EVERY_MS);
        else resolve(stopping ? 0 : (code ?? 1));
      };
      look();
    });
  });
}

function sendTo(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}
