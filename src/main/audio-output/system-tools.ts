import { execFile } from 'node:child_process';

/**
 * Runs a program of the system to its end, without a shell and in its plain language, and answers its output.
 * Rejects for a failure, or after three seconds.
 */
export type RunTool = (program: string, args: readonly string[]) => Promise<string>;

const TIMEOUT_MS = 3000;
const MAX_BYTES = 4 * 1024 * 1024;

/** The computer's own programs. */
export const runTool: RunTool = (program, args) =>
  new Promise((resolve, reject) => {
    const options = {
      env: { ...process.env, LC_ALL: 'C' },
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
      maxBuffer: MAX_BYTES,
      windowsHide: true,
    } as const;
    execFile(program, args, options, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout);
    });
  });
