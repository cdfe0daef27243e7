import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { cacheFileOf, wrapped } from '../../src/main/app/cached-code';

// Runs as an app's main file, for the engine takes a cache only from a process of the same kind; it ends at once, before
// Electron looks for a screen. A failure as well: Electron would show a dialog and wait.
process.once('uncaughtException', () => process.exit(1));

/** Every function: by itself the engine compiles one when it is first called, which is then left to every start. */
const compileWhole = (code: string, filename: string): Script => {
  setFlagsFromString('--no-lazy');
  try {
    return new Script(code, { filename });
  } finally {
    // The cache names the flags it was made with.
    setFlagsFromString('--lazy');
  }
};

const folder = process.env['CODE_CACHE_FOLDER'];
if (folder === undefined) throw new Error('Give the folder of what is to be compiled');
for (const name of readdirSync(folder).filter((each) => each.endsWith('.cjs'))) {
  const file = join(folder, name);
  const script = compileWhole(wrapped(readFileSync(file, 'utf8')), file);
  writeFileSync(cacheFileOf(file), script.createCachedData());
}
process.exit(0);
