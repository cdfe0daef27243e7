import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desktop } from '../../scripts/desktop/desktop';
import { exitOf, tied } from '../../scripts/processes';
import { readSetup } from './environment';
import type { TestHome } from './test-home';

/** What a probe said, each line's value by itself, and the exit code. */
export interface Probed {
  readonly code: number;
  readonly said: readonly unknown[];
}

/**
 * Runs a copy of the app with `probe` run before its main: for what happens before Playwright could be there. A probe says
 * something by `tell(value)`. `damage` changes the copy first.
 */
export const runProbed = async (
  { desktop, home }: { readonly desktop: Desktop; readonly home: TestHome },
  probe: string,
  damage: (app: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<Probed> => {
  const { executable, app: whole, sandboxed } = readSetup();
  const app = await mkdtemp(join(tmpdir(), 'companion-probed-'));
  try {
    await chmod(app, 0o755);
    await cp(whole, app, { recursive: true });
    const description = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as object;
    writeFileSync(join(app, 'package.json'), JSON.stringify({ ...description, main: 'probe.cjs' }));
    writeFileSync(
      join(app, 'probe.cjs'),
      `const tell = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
${probe}
require('./out/main/index.cjs');
`,
    );
    await damage(app);
    const flags = ['--password-store=gnome-libsecret', ...(sandboxed ? [] : ['--no-sandbox'])];
    const [command, args] = tied(desktop.user, executable, [app, ...flags]);
    const child = spawn(command, args, {
      cwd: app,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'], ...desktop.env, ...home.env },
    });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
    const code = await exitOf(child);
    return {
      code,
      said: said
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as unknown),
    };
  } finally {
    await rm(app, { recursive: true });
  }
};
