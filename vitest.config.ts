import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';
import { temporaryFolder } from './scripts/project';

const MEMORY = '/dev/shm';
/** Bytes: many times what the specs have on disk at once. */
const ROOM = 256 * 1024 * 1024;

/**
 * Files of specs are written through to the disk as the app's own are, thousands of times. Nothing a spec asserts needs
 * to outlast a power cut, so where memory can be had as a folder, they go there: the unit tests take half the time.
 */
const hasMemory = (): boolean => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
};

export default defineConfig({
  test: {
    include: ['src/**/*.spec.ts', 'scripts/**/*.spec.ts', 'e2e/**/*.unit.spec.ts'],
    environment: 'node',
    // Gone with this process, and with it what a spec leaves behind.
    env: { TMPDIR: temporaryFolder('unit', hasMemory() ? MEMORY : tmpdir()) },
    // By default one core stays idle.
    maxWorkers: '100%',
    // What waits for nothing takes milliseconds; a machine that is busy with other things is no fault of the app.
    testTimeout: 30_000,
  },
});
