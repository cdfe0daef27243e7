import { createTestHome } from '../../e2e/support/test-home';
import { runHeadless } from './start-electron';
import type { Setting } from './setting';
import { median, rounded } from './statistics';

/** A thousand switches between twenty ids: the last hundred against the first (ms), and the heap (MiB). */
export const benchSwap = async (setting: Setting) => {
  const home = createTestHome(setting.desktop.user);
  try {
    const { report } = await runHeadless(setting, 'swap', home);
    const { switches = [], heapEarly = NaN, heapLate = NaN } = report;
    const first = median(switches.slice(0, 100));
    const last = median(switches.slice(-100));
    return {
      ratio: rounded(last / first),
      limit: 1.1,
      firstMs: rounded(first),
      lastMs: rounded(last),
      heapRatio: rounded(heapLate / heapEarly),
      heapLimit: 1.05,
      heapAfter100MiB: rounded(heapEarly / 2 ** 20),
      heapAfterAllMiB: rounded(heapLate / 2 ** 20),
      runs: switches.length,
    };
  } finally {
    await home.remove();
  }
};
