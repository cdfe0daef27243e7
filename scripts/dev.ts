import { electronVite } from './build';
import { projectRoot } from './project';
import { runMain } from './report';
import { openSession, runUntilStopped } from './session';

await runMain(async () => {
  const { executable, switches, env, stop } = await openSession();
  try {
    const args = [electronVite, 'dev', '--', ...switches, ...process.argv.slice(2)];
    const devEnv = { ...env, ELECTRON_EXEC_PATH: executable };
    return await runUntilStopped(process.execPath, args, devEnv, projectRoot);
  } finally {
    await stop();
  }
});
