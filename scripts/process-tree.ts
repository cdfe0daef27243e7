import { readdirSync, readFileSync } from 'node:fs';

interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  /** Its POSIX session: that of whoever started it, unless it began one of its own. */
  readonly session: number;
  readonly isZombie: boolean;
}

/** The running processes that descend from `pid`, and itself first. */
export function processTree(pid: number): number[] {
  const all = readAll();
  const tree = all.some((entry) => entry.pid === pid) ? [pid] : [];
  for (const parent of tree) {
    tree.push(...all.filter((entry) => entry.parent === parent).map((entry) => entry.pid));
  }
  return tree;
}

/** The running processes of a session that none of the others in it has started. Linux only; elsewhere none. */
export function topOfSession(session: number): number[] {
  if (process.platform !== 'linux') return [];
  const inIt = readAll().filter((entry) => entry.session === session);
  return inIt
    .filter(({ parent }) => inIt.every((other) => other.pid !== parent))
    .map(({ pid }) => pid);
}

function readAll(): ProcessEntry[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readEntry(Number(name)) ?? [])
    .filter((entry) => !entry.isZombie);
}

/**
 * Calls `onGone` once when any process between this one and the npm that started it is gone: npm and
 * its shell do not hand every signal on. Linux only; elsewhere it does nothing.
 */
export function watchStarters(onGone: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const starters: number[] = [];
  let pid = process.ppid;
  for (let entry = readEntry(pid); entry && pid > 1; entry = readEntry(pid)) {
    starters.push(pid);
    if (/^npm\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) break;
    pid = entry.parent;
  }
  const timer = setInterval(() => {
    if (starters.every(isRunning)) return;
    clearInterval(timer);
    onGone();
  }, 500).unref();
}

/** True while the process exists and has not ended. */
export function isRunning(pid: number): boolean {
  const entry = readEntry(pid);
  return entry !== undefined && !entry.isZombie;
}

function readEntry(pid: number): ProcessEntry | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything, so the fields are counted from its end.
    const [state, parent, , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isZombie = state === 'Z' || state === 'X';
    return { pid, parent: Number(parent), session: Number(session), isZombie };
  } catch {
    return undefined;
  }
}
