import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { constants, Script } from 'node:vm';
import { cacheFileOf, wrapped } from './cached-code';

const cacheOf = (file: string): { cachedData: Buffer } | undefined => {
  try {
    return { cachedData: readFileSync(cacheFileOf(file)) };
  } catch {
    return undefined;
  }
};

type Run = (
  exports: unknown,
  require: NodeJS.Module['require'],
  module: NodeJS.Module,
  file: string,
  folder: string,
) => void;

/**
 * What Node loads files by, by the end of their names. Documented as deprecated for as long as it exists; what is to
 * follow it, registerHooks, is not in Node 20.
 */
interface Loaders {
  readonly extensions: Record<string, ((module: NodeJS.Module, file: string) => void) | undefined>;
}

/**
 * Has main's parts in `folder` run from what was compiled while building: compiling them took main half as long as
 * everything else it does before the first picture. The engine itself refuses what another version or other switches
 * made, and compiles anew, as it does where there is none.
 */
export const runFromCache = (folder: string): void => {
  const loaders: Loaders = createRequire(import.meta.url);
  const { extensions } = loaders;
  const usual = extensions['.js'];
  extensions['.cjs'] = (module, file) => {
    if (dirname(file) !== folder) {
      usual?.(module, file);
      return;
    }
    const script = new Script(wrapped(readFileSync(file, 'utf8')), {
      filename: file,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...cacheOf(file),
    });
    const run = script.runInThisContext() as Run;
    run(module.exports, (id: string) => module.require(id) as unknown, module, file, folder);
  };
};
