import { createInterface } from 'node:readline';
import { spawnTied } from '../../scripts/processes';

/** Longer than any run takes; one that takes longer is stuck. */
const STUCK_MS = 60_000;

/** How one run of a child went, with the facts it told, a line of JSON each. */
export interface ChildRun<Fact> {
  readonly facts: readonly Fact[];
  readonly killed: boolean;
  /** What it wrote to its error output, or that it was stuck; empty otherwise. */
  readonly trouble: string;
}

/** Runs a bundled child with its order to its end, or until it kills itself. Never rejects. */
export const runChild = <Fact>(path: string, order: unknown): Promise<ChildRun<Fact>> =>
  new Promise((resolve) => {
    const child = spawnTied(undefined, process.execPath, [path, JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const facts: Fact[] = [];
    let trouble = '';
    const stuck = setTimeout(() => {
      trouble += 'stuck';
      child.kill('SIGKILL');
    }, STUCK_MS);
    child.stderr!.on('data', (chunk) => (trouble += String(chunk)));
    createInterface({ input: child.stdout! }).on('line', (line) =>
      facts.push(JSON.parse(line) as Fact),
    );
    child.once('close', (code, signal) => {
      clearTimeout(stuck);
      const killed = signal === 'SIGKILL';
      if (!killed && code !== 0) trouble += `ended with ${code ?? signal}`;
      resolve({ facts, killed, trouble });
    });
  });
