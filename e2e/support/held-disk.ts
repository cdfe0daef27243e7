import { expect } from '@playwright/test';
import type { Companion } from './launch';

/** Makes main wait for the file of that name as for a keyring that asks the person first. Resolves with its release. */
export const holdFile = async ({ app }: Companion, name: string): Promise<() => Promise<void>> => {
  await app.evaluate((_electron, held) => {
    const disk = process.getBuiltinModule('node:fs/promises');
    const { readFile } = disk;
    const released = new Promise<void>((resolve) =>
      Object.assign(globalThis, { releaseFile: resolve }),
    );
    Object.assign(disk, {
      readFile: async (path: string) => {
        if (path.endsWith(held)) {
          Object.assign(globalThis, { isHeld: true });
          await released;
        }
        return readFile(path);
      },
    });
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  }, name);
  return async () => {
    expect(await app.evaluate(() => 'isHeld' in globalThis)).toBe(true);
    await app.evaluate(() => (globalThis as unknown as { releaseFile: () => void }).releaseFile());
  };
};
