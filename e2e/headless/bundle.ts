import { mkdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'vite';
import { projectRoot } from '../../scripts/project';

/** A change of one source file in the bundle only: how a defect gets in without touching the checkout. */
export interface Edit {
  /** Path below src. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Puts `replace` in the place of the one `find` in a file. */
export const edit = (file: string, find: string, replace: string): Edit => ({
  file,
  find,
  replace,
});

/** A file's code with one edit made. Throws where it does not hold what is to be replaced, or holds it twice. */
export const withEdit = (code: string, { file, find, replace }: Edit): string => {
  if (code.split(find).length !== 2) throw new Error(`${file} does not hold exactly once: ${find}`);
  return code.replace(find, () => replace);
};

/** Outside Electron its package is only the path of an executable; the run needs nothing of it. */
const withoutElectron: Plugin = {
  name: 'without-electron',
  enforce: 'pre',
  resolveId: (id) => (id === 'electron' ? '\0electron' : null),
  load: (id) => (id === '\0electron' ? 'export default {};' : null),
};

const edited = (edits: readonly Edit[], done: Set<Edit>): Plugin => ({
  name: 'edited',
  enforce: 'pre',
  transform(code, id) {
    const own = edits.filter(({ file }) => id === join(projectRoot, 'src', file));
    return own.reduce((text, edit) => {
      done.add(edit);
      return withEdit(text, edit);
    }, code);
  },
});

/** Bundles a child, a file of the project, into `folder`: starting it then takes a tenth of a second. Answers its path. */
export const bundleChild = async (
  folder: string,
  edits: readonly Edit[] = [],
  source = 'e2e/headless/child.ts',
): Promise<string> => {
  const name = basename(source, '.ts');
  mkdirSync(folder, { recursive: true });
  // libsql is native and stays outside.
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  const done = new Set<Edit>();
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    plugins: [withoutElectron, edited(edits, done)],
    ssr: { noExternal: true, external: ['libsql'] },
    build: {
      ssr: join(projectRoot, source),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20.18',
      minify: true,
      rolldownOptions: {
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  const missed = edits.find((edit) => !done.has(edit));
  if (missed) throw new Error(`${missed.file} is not part of the child`);
  return join(folder, `${name}.mjs`);
};
