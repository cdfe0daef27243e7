import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { verifyFile } from './verify';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const path = join(folder, 'file');
const abc = {
  algorithm: 'sha256',
  encoding: 'hex',
  digest: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
} as const;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('accepts the expected bytes (SHA-256 of "abc", FIPS 180-2)', async () => {
  writeFileSync(path, 'abc');
  await expect(verifyFile(path, abc)).resolves.toBeUndefined();
});

it('refuses a file that differs in one bit, or is cut short', async () => {
  for (const bytes of ['abb', 'ab', '']) {
    writeFileSync(path, bytes);
    await expect(verifyFile(path, abc)).rejects.toThrow(/^Refused: .* was expected$/);
  }
});
