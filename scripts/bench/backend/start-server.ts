import { once } from 'node:events';
import { join } from 'node:path';
import { spawnTied, stopChild } from '../../processes';
import { projectRoot } from '../../project';

const PROGRAM = join(projectRoot, 'scripts', 'bench', 'backend', 'server.ts');

/** Serves a new database in `folder`, with `accounts` accounts in it, from a process of its own. */
export const startServer = async (folder: string, accounts: number) => {
  const argv = [...process.execArgv, PROGRAM, folder, String(accounts)];
  const child = spawnTied(undefined, process.execPath, argv, {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stdout = child.stdout?.setEncoding('utf8');
  if (!stdout) throw new Error('The service has no output');
  const ended = once(child, 'exit').then(() => {
    throw new Error('The service ended before it listened');
  });
  ended.catch(() => undefined);
  const [line] = (await Promise.race([once(stdout, 'data'), ended])) as [string];
  return { url: line.trim(), stop: () => stopChild(child) };
};
