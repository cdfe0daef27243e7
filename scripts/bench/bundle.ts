import { bundlePrograms } from '../bundle';

const inside = (names: readonly string[]) => names.map((name) => `scripts/bench/inside/${name}.ts`);

/** Bundles the programs that benches run inside Electron, into `outDir`; those it enters are of the shipped one's kind. */
export const bundleBench = async (outDir: string): Promise<void> => {
  await bundlePrograms({ files: inside(['app', 'empty', 'page']), format: 'cjs', outDir });
  await bundlePrograms({ files: inside(['swap', 'fill']), format: 'es', outDir });
};
