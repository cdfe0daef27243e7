import { startPostgres } from '../../src/backend/testing/postgres';
import { temporaryFolder } from '../project';
import { say } from '../report';
import { startSandboxProcess, type BenchedSandbox } from './emulator/start-sandbox-process';
import { takeExport } from './emulator/take-export';
import { loadAverage } from './setting';
import { median, rounded } from './statistics';

const SMALL = 10_000;
const LARGE = 100_000;
const TRIES = 21;
/** Milliseconds within which the first page, a search and the start of an export must come. */
const LIMIT_MS = 100;
/** How much more memory the export of ten times as many may take: collecting garbage is a matter of chance. */
const LIMIT_MB = 48;

/** Milliseconds of the middle one of many tries; the first ones warm up. */
const timed = async (task: () => Promise<void>): Promise<number> => {
  const times: number[] = [];
  for (let n = -3; n < TRIES; n += 1) {
    const began = performance.now();
    await task();
    if (n >= 0) times.push(performance.now() - began);
  }
  return rounded(median(times), 1);
};

/** Fills the sandbox up to `accounts`, each with a hearing test, and takes all figures. */
const measure = async (sandbox: BenchedSandbox, accounts: number) => {
  const seed = { seed: 'bench', count: accounts, testsPerAccount: 1 };
  const began = performance.now();
  await sandbox.admin('POST', '/seed', seed);
  say(`${accounts} accounts seeded in ${Math.round(performance.now() - began)} ms`);
  const search = { userId: '7f', product: 'seed' };
  const firstPageMs = await timed(() => sandbox.admin('GET', '/accounts'));
  const searchMs = await timed(() => sandbox.admin('POST', '/accounts/search', search));
  const exportStartMs = await timed(() => sandbox.startExport());
  const { bytes, growthMb, ms } = await takeExport(sandbox);
  const figures = {
    accounts,
    firstPageMs,
    searchMs,
    exportStartMs,
    exportMs: Math.round(ms),
    exportBytes: bytes,
    exportGrowthMb: rounded(growthMb, 1),
  };
  say(JSON.stringify(figures));
  return figures;
};

/**
 * Times the emulator's list, search and export of a sandbox in a process of its own, on SQLite or on a PostgreSQL
 * started for it, and how its memory grows while an export is taken. Prints one JSON object as the last line of stdout;
 * exit code 0 also when a limit is missed.
 */
export const benchEmulator = async (onPostgres: boolean): Promise<number> => {
  const postgres = onPostgres ? await startPostgres() : null;
  const url = await postgres?.newDatabase();
  const sandbox = await startSandboxProcess(temporaryFolder('bench-emulator'), url);
  try {
    const small = await measure(sandbox, SMALL);
    const large = await measure(sandbox, LARGE);
    const slowestMs = Math.max(large.firstPageMs, large.searchMs, large.exportStartMs);
    const moreMb = rounded(large.exportGrowthMb - small.exportGrowthMb, 1);
    const holds = slowestMs < LIMIT_MS && moreMb <= LIMIT_MB;
    say(`emulator: slowest ${slowestMs} ms, ${moreMb} MB more: ${holds ? 'holds' : 'MISSED'}`);
    const limits = { limitMs: LIMIT_MS, limitMb: LIMIT_MB };
    const facts = { slowestMs, moreMb, ...limits, load: loadAverage() };
    process.stdout.write(`${JSON.stringify({ bench: 'emulator', ...large, small, ...facts })}\n`);
    return 0;
  } finally {
    await sandbox.stop();
    await postgres?.stop();
  }
};
