import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = /^mimi-scratch-(\d+)-/;

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Removes what an app left that was ended while something ran in it. */
const removeLeft = (place: string): void => {
  for (const name of readdirSync(place)) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      rmSync(join(place, name), { recursive: true, force: true });
    } catch {
      // Another user's; they remove it themselves.
    }
  }
};

/** Makes an empty folder (0700) of a name that nobody can foresee, among the system's temporary ones. */
export const makeScratchFolder = (place = tmpdir()): string => {
  removeLeft(place);
  return mkdtempSync(join(place, `mimi-scratch-${process.pid}-`));
};
