import { expect } from '@playwright/test';
import type { Companion } from './launch';
import { snapshotOf, takeKey } from './steps';

/**
 * Every key kept on this computer, found as a person would: the open profile's, then those offered one after the
 * other. Each is opened, so the service knows it; all are gone from this computer afterwards.
 */
export const keysHere = async (companion: Companion): Promise<string[]> => {
  const { page } = companion;
  const keys: string[] = [];
  for (;;) {
    const { session } = await snapshotOf(page);
    if (session.status === 'signed-out') {
      if (session.keptProfile === null) return keys;
      const opened = await page.evaluate(async () =>
        window.companion.session.continueKeptProfile(),
      );
      expect(opened).toEqual({ ok: true, value: 'success' });
    }
    keys.push(await takeKey(companion));
    const removed = await page.evaluate(async () => window.companion.session.removeFromComputer());
    expect(removed).toEqual({ ok: true });
  }
};
