import { ipcMain, type WebContents } from 'electron';
import type { Report } from './report';

const BATCHES = 60;
const CALLS = 50;
const WARM_UP_BATCHES = 5;

/** Mean milliseconds of calls made by the page, one after the other. */
const batchOf = (call: string): string => `(async () => {
  const before = performance.now();
  for (let i = 0; i < ${CALLS}; i += 1) await ${call};
  return (performance.now() - before) / ${CALLS};
})()`;

/**
 * Alternating batches of the contract's `app.snapshot`, of a bare call that answers the same, and of a bare call
 * from the preload, which spares the bridge into the page.
 */
export const measureIpc = async (page: WebContents): Promise<Report> => {
  const payload: unknown = await page.executeJavaScript('window.companion.app.snapshot()');
  ipcMain.handle('bench:bare', () => payload);
  const preloadBatch = (): Promise<number> => {
    page.send('bench:bare-batch', CALLS);
    return new Promise((resolve) => {
      ipcMain.once('bench:bare-batch-done', (_event, ms: number) => resolve(ms));
    });
  };
  const inPage = async (call: string) => (await page.executeJavaScript(batchOf(call))) as number;
  const contract: number[] = [];
  const bare: number[] = [];
  const unbridged: number[] = [];
  for (let batch = 0; batch < WARM_UP_BATCHES + BATCHES; batch += 1) {
    contract.push(await inPage('window.companion.app.snapshot()'));
    bare.push(await inPage('window.bench.bare()'));
    unbridged.push(await preloadBatch());
  }
  const counted = (batches: readonly number[]) => batches.slice(WARM_UP_BATCHES);
  return { contract: counted(contract), bare: counted(bare), unbridged: counted(unbridged) };
};
