import { USUAL_FREQUENCIES_HZ } from '../../hearing/threshold-test/config';
import type { CompanionConfig } from '../config/config';
import type { SecretStore } from '../secrets/secret-store';
import { createLazyTestRun, type LazyTestRun } from './lazy-test-run';
import type { TestRunDeps } from './test-run-types';

interface TestRunParts extends Pick<TestRunDeps, 'clock' | 'user' | 'storeTest' | 'changed'> {
  readonly folder: string;
  readonly secrets: SecretStore;
  readonly config: CompanionConfig;
  readonly randomUUID: () => string;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Resolves once the page is drawn; at once where there is none. */
  readonly shown?: Promise<void>;
  /** The system's own where it is not given. */
  readonly audioOutput?: TestRunDeps['audioOutput'];
}

const systemAudioOutput = async (): Promise<TestRunDeps['audioOutput']> => {
  const [{ createSystemAudioOutput }, { runTool }] = await Promise.all([
    import('../audio-output/system-audio-output'),
    import('../audio-output/system-tools'),
  ]);
  return createSystemAudioOutput({ platform: process.platform, run: runTool });
};

/** The test run of an app on its data folder; loads nothing by itself. */
export const composeTestRun = (parts: TestRunParts): LazyTestRun => {
  const { folder, secrets, config, randomUUID, random, shown = Promise.resolve() } = parts;
  return createLazyTestRun({
    shown,
    async loadCheckpoints() {
      const { createCheckpoints } = await import('./checkpoint');
      return createCheckpoints(folder, secrets);
    },
    async loadRun(checkpoints) {
      const { createTestRun } = await import('./test-run');
      return createTestRun({
        ...parts,
        checkpoints,
        randomSeed: () => Math.floor(random() * 2 ** 32),
        newTestId: randomUUID,
        audioOutput: parts.audioOutput ?? (await systemAudioOutput()),
        frequenciesHz: config.test?.frequenciesHz ?? USUAL_FREQUENCIES_HZ,
      });
    },
  });
};
