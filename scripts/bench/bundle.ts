import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../project';

const inside = join(projectRoot, 'scripts', 'bench', 'inside');

const bundle = (names: readonly string[], format: 'es' | 'cjs', outDir: string) =>
  build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(inside, `${name}.ts`)])),
        // The shipped bundle is entered as it is, not bundled again.
        external: ['electron', 'libsql', '../out/main/index.js'],
        output: { format, entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js' },
      },
    },
  });

/** Bundles the programs that benches run inside Electron, into `outDir`. */
export const bundleBench = async (outDir: string): Promise<void> => {
  await bundle(['app', 'empty', 'swap', 'fill'], 'es', outDir);
  await bundle(['page'], 'cjs', outDir);
};
