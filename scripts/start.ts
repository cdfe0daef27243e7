import { ensureBuilt } from './build';
import { ensureCodeCache } from './code-cache';
import { projectRoot } from './project';
import { runMain } from './report';
import { openSession, runUntilStopped } from './session';

await runMain(async () => {
  if ((await ensureBuilt()) !== 0) throw new Error('The build failed');
  const { executable, switches, env, stop } = await openSession();
  try {
    await ensureCodeCache(executable);
    const args = [projectRoot, ...switches, ...process.argv.slice(2)];
    return await runUntilStopped(executable, args, env, projectRoot);
  } finally {
    await stop();
  }
});
