import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';
import { tempFolder } from '../testing/harness';
import { SANDBOX_USAGE } from './config';

const SECRET = 'the-secret-of-the-operator';

/** Runs `npm run sandbox` with arguments, to its end. */
const run = (args: readonly string[]) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const argv = ['--import', 'tsx', 'scripts/serve-sandbox.ts', ...args];
    const env = { ...process.env, SANDBOX_ADMIN_TOKEN: SECRET, SANDBOX_DATA: tempFolder() };
    execFile(process.execPath, argv, { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

it('tells how it is used when asked', async () => {
  expect(await run(['--help'])).toEqual({ code: 0, stdout: SANDBOX_USAGE, stderr: '' });
});

it('says what is wrong, serves nothing and ends with 2', async () => {
  const { code, stdout, stderr } = await run(['--port', '0', `--admin-token=${SECRET}`]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe(
    `--admin-token cannot be used; docs/sandbox.md says what it may be\n\n${SANDBOX_USAGE}\n`,
  );
});

it('names every switch and variable', () => {
  for (const name of ['--host', '--port', '--data', 'SANDBOX_FAILED_LOGINS', 'DATABASE_URL']) {
    expect(SANDBOX_USAGE).toContain(name);
  }
});
