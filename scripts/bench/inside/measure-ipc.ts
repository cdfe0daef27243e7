import { ipcMain, type WebContents } from 'electron';
import type { Report } from './report';

const BATCHES = 60;
const CALLS = 50;
const WARM_UP_BATCHES = 5;

const contractBatch = `(async () => {
  const before = performance.now();
  for (let i = 0; i < ${CALLS}; i += 1) await window.companion.app.snapshot();
  return (performance.now() - before) / ${CALLS};
})()`;

/** Alternating batches of the contract's `app.snapshot` and of a bare call that answers the same. */
export const measureIpc = async (page: WebContents): Promise<Report> => {
  const payload: unknown = await page.executeJavaScript('window.companion.app.snapshot()');
  ipcMain.handle('bench:bare', () => payload);
  const bareBatch = (): Promise<number> => {
    page.send('bench:bare-batch', CALLS);
    return new Promise((resolve) => {
      ipcMain.once('bench:bare-batch-done', (_event, ms: number) => resolve(ms));
    });
  };
  const contract: number[] = [];
  const bare: number[] = [];
  for (let batch = 0; batch < WARM_UP_BATCHES + BATCHES; batch += 1) {
    contract.push((await page.executeJavaScript(contractBatch)) as number);
    bare.push(await bareBatch());
  }
  return { contract: contract.slice(WARM_UP_BATCHES), bare: bare.slice(WARM_UP_BATCHES) };
};
