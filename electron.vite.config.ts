import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin, Rolldown } from 'vite';
import { contract } from './src/contract/ipc/contract';
import { shapeOf } from './src/contract/ipc/define';
import { compileMessages } from './scripts/vite/compile-messages';
import { labContract } from './src/contract/ipc/lab-contract';

/** Targets by hand: the oldest runtime the app must run on (Electron 33: Node 20.18, Chromium 130). */
const NODE_TARGET = 'node20.18';
const BROWSER_TARGET = 'chrome130';

/** Native or provided by the runtime: everything else is bundled, so the app starts from few files. */
const EXTERNAL = ['electron', 'libsql'];

/** The contracts' names without their schemas: no window loads them, nor main before its window is there. */
const SHAPE = {
  CONTRACT_SHAPE: JSON.stringify(shapeOf(contract)),
  LAB_SHAPE: JSON.stringify(shapeOf(labContract)),
};

/** What main loads before there is a window, and between the window and the first picture: where each begins. */
const WINDOW = /src[\\/]main[\\/]start\.ts$/;
const FIRST_PICTURE = /src[\\/](contract[\\/]ipc[\\/]app|main[\\/]app[\\/]run-companion)\.ts$/;

type Graph = Parameters<Rolldown.CodeSplittingNameFunction>[1];

/** Tells whether what begins so imports a module, itself or by way of others in `seen`. */
const isPartOf = (
  beginning: RegExp,
  id: string,
  graph: Graph,
  seen = new Set<string>(),
): boolean => {
  if (beginning.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  const importers = graph.getModuleInfo(id)?.importers ?? [];
  return importers.some((importer) => isPartOf(beginning, importer, graph, seen));
};

/**
 * Main in few files, for each costs a start some time, with nothing in them that it could do without: what the window
 * needs before it is there; then the contract, then the rest of what leads to the first picture.
 */
const MAIN_PARTS = {
  includeDependenciesRecursively: false,
  groups: [
    {
      debugName: 'window',
      name: (id: string, graph: Graph) => (isPartOf(WINDOW, id, graph) ? 'window' : null),
      test: /[\\/]src[\\/]/,
      minShareCount: 2,
      priority: 2,
    },
    {
      debugName: 'first picture',
      name: (id: string, graph: Graph) => {
        if (!isPartOf(FIRST_PICTURE, id, graph)) return null;
        return /src[\\/]contract[\\/]/.test(id) ? 'contract' : 'companion';
      },
      test: /[\\/]src[\\/]/,
      priority: 1,
    },
  ],
};

/**
 * zod's own sentences in fifty languages, 150 KB that nobody sees: the words people read are in src/messages. A library
 * that exports all of zod keeps them from being left out by themselves.
 */
const WITHOUT_ZOD_LOCALES: Plugin = {
  name: 'without-zod-locales',
  load: (id) =>
    /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/.test(id)
      ? "export { default as en } from './en.js';"
      : null,
};

export default defineConfig({
  main: {
    define: SHAPE,
    plugins: [WITHOUT_ZOD_LOCALES, compileMessages()],
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        input: { index: resolve('src/main/index.ts') },
        external: EXTERNAL,
        // What Node can take from a cache of compiled code; see src/main/app/run-from-cache.ts.
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
          codeSplitting: MAIN_PARTS,
        },
      },
    },
  },
  preload: {
    define: SHAPE,
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: {
          listener: resolve('src/preload/listener.ts'),
          lab: resolve('src/preload/lab.ts'),
        },
        external: EXTERNAL,
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), compileMessages()],
    build: {
      target: BROWSER_TARGET,
      minify: true,
      // Pages share no files: what the first screen has in common with another would be a second request for it.
      isolatedEntries: true,
      modulePreload: false,
      // One request instead of one for every part of the first screen.
      cssCodeSplit: false,
      rolldownOptions: {
        input: {
          index: resolve('src/renderer/index.html'),
          lab: resolve('src/renderer/lab.html'),
          'picture-reader': resolve('src/renderer/picture-reader.html'),
        },
        // Each further file of the first screen is a further request.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
