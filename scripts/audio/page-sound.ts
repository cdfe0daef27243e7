import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JSHandle, Page } from '@playwright/test';
import type { TestTrial } from '../../src/contract/ipc/tests';
import type { Calibration } from '../../src/hearing/calibration';
import type { openTestAudio, PresentedTrial, TestAudio } from '../../src/renderer/audio/test-audio';

interface Module {
  readonly openTestAudio: typeof openTestAudio;
}

/** The app's own sound module as it is shipped, opened in its window without the screens of the test. */
export interface PageSound {
  readonly audio: JSHandle<TestAudio>;
  /** Plays a trial; after `pressAfterMs`, counted from its onset, the one button is pressed. */
  present(
    trial: Pick<TestTrial, 'ear' | 'frequencyHz' | 'levelDbHl'>,
    pressAfterMs?: number,
  ): Promise<PresentedTrial>;
  close(): Promise<void>;
}

const GAP_MS = 60;

/** Address of the chunk that holds the sound, in the built app in `folder`. */
const moduleAddress = (folder: string): string => {
  const names = readdirSync(join(folder, 'out', 'renderer', 'assets'));
  const name = names.find((each) => /^test-audio-.*\.js$/.test(each));
  if (!name) throw new Error('The built app has no chunk for the sound of the test');
  return `./assets/${name}`;
};

/** Opens the sound in the window of the app in `folder`. */
export const openPageSound = async (
  page: Page,
  folder: string,
  calibration: Calibration,
): Promise<PageSound> => {
  const audio = await page.evaluateHandle(
    async ({ address, given }) => {
      const module = (await import(new URL(address, document.baseURI).href)) as Module;
      return module.openTestAudio(given);
    },
    { address: moduleAddress(folder), given: calibration },
  );
  return {
    audio,
    present: (trial, pressAfterMs) =>
      audio.evaluate(
        async (sound, { asked, gapMs, pressMs }) => {
          const presented = sound.present({ ...asked, index: 0, silent: false, gapMs });
          if (pressMs !== undefined) {
            setTimeout(() => sound.press(performance.now()), gapMs + pressMs);
          }
          return presented;
        },
        { asked: trial, gapMs: GAP_MS, pressMs: pressAfterMs },
      ),
    async close() {
      await audio.evaluate((sound) => sound.close());
      await audio.dispose();
    },
  };
};
