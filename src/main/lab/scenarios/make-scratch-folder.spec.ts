import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { makeScratchFolder } from './make-scratch-folder';

it('makes a folder for its user alone, and removes only what ended apps left', () => {
  const place = mkdtempSync(join(tmpdir(), 'scratch-'));
  const { pid: ended } = spawnSync(process.execPath, ['-e', '']);
  mkdirSync(join(place, `mimi-scratch-${ended}-abc`));
  writeFileSync(join(place, `mimi-scratch-${ended}-abc`, 'left.bin'), 'left');
  mkdirSync(join(place, 'mimi-scratch-other'));
  const first = makeScratchFolder(place);
  const second = makeScratchFolder(place);
  expect(readdirSync(place).toSorted()).toEqual(
    [first, second, 'mimi-scratch-other'].map((path) => basename(path)).toSorted(),
  );
  expect(statSync(first).mode & 0o777).toBe(0o700);
});
