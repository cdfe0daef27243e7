import { createTestHome } from '../../e2e/support/test-home';
import type { Setting } from './setting';
import { runApp } from './start-electron';
import { median, rounded } from './statistics';

/**
 * A round trip of the contract's `app.snapshot`, against a bare invoke with the same payload; both are made by
 * the page. `ratioToUnbridged`: against one made by the preload, which pays for no bridge. Milliseconds.
 */
export const benchIpc = async (setting: Setting) => {
  const home = createTestHome(setting.desktop.user);
  try {
    await runApp(setting, setting.app, home, 'onboard');
    const { report } = await runApp(setting, setting.app, home, 'ipc');
    const contract = median(report.contract ?? []);
    const bare = median(report.bare ?? []);
    const unbridged = median(report.unbridged ?? []);
    return {
      ratio: rounded(contract / bare),
      limit: 1.3,
      contractMs: rounded(contract, 4),
      bareMs: rounded(bare, 4),
      ratioToUnbridged: rounded(contract / unbridged),
      unbridgedMs: rounded(unbridged, 4),
      runs: report.contract?.length ?? 0,
    };
  } finally {
    await home.remove();
  }
};
