import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { exitOf, tied } from '../processes';
import { projectRoot } from '../project';
import { reason, say } from '../report';
import { readReport, type StepResult } from './counts';

/** Says how a step went and how long it took. A step that throws has failed. */
export async function step(
  name: string,
  work: () => Promise<number>,
  reportFile?: string,
): Promise<StepResult> {
  const start = Date.now();
  const code = await work().catch((error: unknown) => {
    say(`${name}: ${reason(error)}`);
    return 1;
  });
  const counts = reportFile
    ? readReport(await readFile(reportFile, 'utf8').catch(() => ''))
    : undefined;
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  say(`--- ${name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  return { name, code, counts };
}

/** Runs a command quietly and prints its output only at its end, as steps run side by side. */
export async function runBuffered(command: string, args: readonly string[]): Promise<number> {
  const child = spawn(...tied(undefined, command, args), {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  }
  const closed = new Promise((resolve) => child.once('close', resolve));
  const code = await exitOf(child);
  await closed;
  process.stderr.write(Buffer.concat(chunks));
  return code;
}
