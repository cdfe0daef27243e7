import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { spawnTied } from '../../scripts/processes';
import { temporaryFolder } from '../../scripts/project';
import { bundleChild, type Edit } from './bundle';
import type { Fact, Findings, Order } from './protocol';

/** Longer than any run or checkup takes; one that takes longer is stuck. */
const STUCK_MS = 30_000;
/** What the clock of a run that needs a new access token is ahead: more than any token's life. */
export const HOURS_AHEAD_MS = 3 * 3_600_000;

export interface Run {
  readonly facts: readonly Fact[];
  readonly killed: boolean;
  /** Milliseconds from the moment a flow was asked for to the end. */
  readonly ms: number;
  /** What went wrong apart from a kill; empty when nothing did. */
  readonly trouble: string;
}

export type RunOrder = Pick<Order, 'folder' | 'flows'> &
  Partial<Pick<Order, 'ahead' | 'killAt'>> & {
    /** Kill the run from outside this many milliseconds after it asked for its first flow, or after its start. */
    readonly killAfterMs?: { readonly ms: number; readonly from: 'start' | 'asked' };
  };

export interface Checker {
  check(order: Pick<Order, 'folder'> & { readonly ahead?: number }): Promise<Findings>;
  close(): void;
}

/** A bundled child, a keyring and a place for folders; gone with the process. */
export interface Lab {
  run(order: RunOrder): Promise<Run>;
  /** A process that answers checkups one after the other. */
  openChecker(): Checker;
  /** A fresh data folder: a copy of `from`, or not there yet. */
  newFolder(from?: string): string;
  /** Removes a folder that told nothing worth looking at. */
  drop(folder: string): void;
}

const startNode = (args: readonly string[]): ChildProcess =>
  spawnTied(undefined, process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });

const follow = (child: ChildProcess, onFact: (fact: Fact) => void): Promise<Run> =>
  new Promise((resolve) => {
    const facts: Fact[] = [];
    let errors = '';
    let asked = performance.now();
    const stuck = setTimeout(() => {
      errors += 'stuck';
      child.kill('SIGKILL');
    }, STUCK_MS);
    child.stderr!.on('data', (chunk) => (errors += String(chunk)));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const fact = JSON.parse(line) as Fact;
      if (fact.fact === 'asked') asked = performance.now();
      facts.push(fact);
      onFact(fact);
    });
    child.once('close', (code, signal) => {
      clearTimeout(stuck);
      const killed = signal === 'SIGKILL';
      const trouble = errors || (killed || code === 0 ? '' : `ended with ${code ?? signal}`);
      resolve({ facts, killed, ms: performance.now() - asked, trouble });
    });
  });

const createChecker = (childPath: string, keyring: string): Checker => {
  const child = startNode([childPath]);
  let errors = '';
  child.stderr!.on('data', (chunk) => (errors += String(chunk)));
  const lines = createInterface({ input: child.stdout! });
  return {
    check: (order) =>
      new Promise((resolve, reject) => {
        const fail = (why: string) => () => reject(new Error(`checkup ${why}: ${errors}`));
        const [ended, stuck] = [fail('ended'), fail('stuck')];
        const timer = setTimeout(() => {
          child.kill('SIGKILL');
          stuck();
        }, STUCK_MS);
        child.once('close', ended);
        lines.once('line', (line) => {
          clearTimeout(timer);
          child.off('close', ended);
          resolve(JSON.parse(line) as Findings);
        });
        child.stdin!.write(`${JSON.stringify({ ahead: 0, keyring, ...order })}\n`);
      }),
    close: () => void child.stdin!.end(),
  };
};

/** Bundles the child, with `edits` if it is to have defects, and makes the keyring. */
export const openLab = async (
  edits: readonly Edit[] = [],
  scratch = temporaryFolder('headless', tmpdir()),
): Promise<Lab> => {
  const childPath = await bundleChild(join(scratch, 'child'), edits);
  const keyring = join(scratch, 'keyring.bin');
  writeFileSync(keyring, randomBytes(32), { mode: 0o600 });
  const folders = join(scratch, 'folders');
  mkdirSync(folders);
  let made = 0;

  const run: Lab['run'] = ({ killAfterMs, ...order }) => {
    const whole: Order = { ahead: 0, killAt: null, keyring, ...order };
    const child = startNode([childPath, JSON.stringify(whole)]);
    let armed = false;
    const arm = (): void => {
      if (killAfterMs === undefined || armed) return;
      armed = true;
      setTimeout(() => child.kill('SIGKILL'), killAfterMs.ms);
    };
    if (killAfterMs?.from === 'start') arm();
    return follow(child, ({ fact }) => {
      if (fact === 'asked') arm();
    });
  };

  return {
    run,
    openChecker: () => createChecker(childPath, keyring),
    newFolder(from) {
      const folder = join(folders, String((made += 1)));
      if (from !== undefined && existsSync(from)) {
        cpSync(from, folder, { recursive: true, verbatimSymlinks: true });
      }
      return folder;
    },
    // A file can still come while its folder goes: what is tidied up here proves nothing.
    drop: (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
};

/** Does `work` for each item, two at a time: there are two cores. */
export const inLanes = async <T>(
  items: readonly T[],
  work: (item: T, lane: number) => Promise<void>,
): Promise<void> => {
  const waiting = items.values();
  const lane = async (number: number): Promise<void> => {
    for (const item of waiting) await work(item, number);
  };
  await Promise.all([lane(0), lane(1)]);
};
