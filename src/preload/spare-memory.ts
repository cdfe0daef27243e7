import { webFrame } from 'electron';

/** Milliseconds after loading: the first screen stands by then. The second time takes what the first found unused. */
const RESTING_MS = [3_000, 5_000];

/** Hands back to the system what a page needed to start and does not need to rest: caches, heap, compiled code. */
export const spareMemory = (): void => {
  const afterLoading = (): void => {
    for (const delay of RESTING_MS) setTimeout(() => webFrame.clearCache(), delay);
  };
  addEventListener('load', afterLoading, { once: true });
};
