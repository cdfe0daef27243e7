import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from './project';
import { runUntilStopped } from './session';

it.runIf(process.platform === 'linux')(
  'waits for what a command leaves running in its place, as an app does that starts itself again',
  async () => {
    const folder = temporaryFolder('session');
    const done = join(folder, 'done');
    // With job control, what is put in the background gets a process group of its own.
    const script = `set -m; (sleep 0.3; touch "${done}") & exit 3`;
    expect(await runUntilStopped('bash', ['-c', script], process.env, folder)).toBe(3);
    expect(existsSync(done)).toBe(true);
  },
);
