import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { say } from '../report';
import { startDesktop, type Desktop } from './desktop';

const size = '1440x900';
const stateSchema = z.object({ pid: z.number(), screen: z.string() });

/** The folder that holds all that the trial desktop keeps: its keyring and the app's data. */
function trialFolder(env: NodeJS.ProcessEnv = process.env): string {
  const data = env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share');
  return join(data, 'mimi-companion-trial');
}

/** The picture file of the running trial desktop. Throws when none is running. */
export function trialScreen(): string {
  const state = readState();
  if (state === undefined || !existsSync(state.screen)) {
    throw new Error('No trial desktop is running. Start one with: npm start');
  }
  return state.screen;
}

/**
 * Starts the desktop for trying the app out where there is no display. Its keyring lasts: the
 * password lies beside it, readable by its owner only, so what one start encrypts the next can read.
 */
export async function startTrialDesktop(): Promise<Desktop> {
  const running = readState();
  if (running !== undefined && existsSync(running.screen)) {
    throw new Error(`A trial desktop is already running (process ${running.pid})`);
  }
  const folder = trialFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keyring = { password: keyringPassword(folder), dataHome: folder };
  const desktop = await startDesktop({ display: size, keyring });
  const screen = join(desktop.folder, 'Xvfb_screen0');
  writeFileSync(statePath(), JSON.stringify({ pid: process.pid, screen }));
  say(
    `There is no display here, so this is for trying out: a virtual one of ${size} pixels\n` +
      '(Xvfb), and a keyring of its own.\n' +
      `  Kept in          ${folder} (remove it to begin anew)\n` +
      '  Take a picture   npm run -s screenshot -- picture.png\n' +
      '  Stop             Ctrl+C',
  );
  const config = process.env['XDG_CONFIG_HOME'] || join(folder, 'config');
  return {
    ...desktop,
    env: { ...desktop.env, XDG_CONFIG_HOME: config },
    stop: async () => {
      rmSync(statePath(), { force: true });
      await desktop.stop();
    },
  };
}

function statePath(): string {
  return join(trialFolder(), 'running.json');
}

function readState(): z.infer<typeof stateSchema> | undefined {
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(statePath(), 'utf8')));
    process.kill(state.pid, 0);
    return state;
  } catch {
    return undefined;
  }
}

function keyringPassword(folder: string): string {
  const path = join(folder, 'keyring-password');
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(path, 'utf8');
}
