import { basename, join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from './project';

interface Programs {
  /** TypeScript files, from the project's root. */
  readonly files: readonly string[];
  readonly format: 'es' | 'cjs';
  readonly outDir: string;
}

/** Bundles programs that run inside Electron beside the app, each into one `.js` or `.cjs` of its name. */
export const bundlePrograms = async ({ files, format, outDir }: Programs): Promise<void> => {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        input: Object.fromEntries(
          files.map((file) => [basename(file, '.ts'), join(projectRoot, file)]),
        ),
        // The shipped bundle is entered as it is, not bundled again.
        external: ['electron', 'libsql', '../out/main/index.cjs'],
        output: { format, entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js' },
      },
    },
  });
};
