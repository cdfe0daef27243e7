import { join } from 'node:path';
import { ensureCodeCache } from '../code-cache';
import { run, testUser } from '../processes';
import { isRoot, projectRoot } from '../project';
import { say } from '../report';
import { provideRuntime } from '../runtime/provide';
import { canSandbox } from '../sandbox';
import { ensureSystem } from '../system/ensure';
import { stageApp } from './stage';

/** Provides Electron and the system's part, so that it can go on while other steps run. */
export async function prepareEndToEnd(): Promise<{ executable: string; version: string }> {
  const runtime = await provideRuntime();
  await ensureSystem('tests', runtime.executable);
  return runtime;
}

/**
 * Runs Playwright on the built app, staged for the unprivileged user, and returns its exit code. The
 * runner itself keeps the user who started it; e2e/support/launch.ts drops root for the app.
 */
export async function runEndToEnd(
  runtime: { executable: string },
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  const sandboxed = canSandbox(isRoot ? testUser : undefined);
  if (!sandboxed) {
    say('!!! This kernel refuses user namespaces: the end-to-end tests run WITHOUT the sandbox,');
    say('!!! and the check of the sandbox is skipped.');
  }
  await ensureCodeCache(runtime.executable);
  const app = await stageApp();
  const cli = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js');
  return run(process.execPath, [cli, 'test', ...args], {
    cwd: projectRoot,
    env: {
      ...process.env,
      MIMI_E2E_RUNTIME: runtime.executable,
      MIMI_E2E_APP: app,
      MIMI_E2E_SANDBOX: sandboxed ? 'on' : 'off',
      ...env,
    },
  });
}
