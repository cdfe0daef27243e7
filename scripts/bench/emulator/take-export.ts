import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchedSandbox } from './start-sandbox-process';

const MB = 1024 * 1024;
/** How often its memory is asked for. */
const SAMPLE_MS = 100;
/** A reader that does nothing for so long: what is not held back piles up in the sandbox meanwhile. */
const PAUSE_MS = 1_500;

/** Takes a whole export, after a pause at its beginning; how far the sandbox's memory grew meanwhile. */
export const takeExport = async (sandbox: BenchedSandbox) => {
  const before = await sandbox.residentBytes();
  let most = before;
  const taken = new AbortController();
  const watching = (async () => {
    while (!taken.signal.aborted) {
      most = Math.max(most, await sandbox.residentBytes());
      await sleep(SAMPLE_MS);
    }
  })();
  const began = performance.now();
  const reader = await sandbox.openExport();
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    if (bytes === 0) await sleep(PAUSE_MS);
    bytes += read.value.length;
  }
  const ms = performance.now() - began - PAUSE_MS;
  taken.abort();
  await watching;
  return { bytes, ms, growthMb: (most - before) / MB };
};
