import type { Checkpoints } from './checkpoint';
import type { TestRun } from './test-run-types';

interface LazyTestRunDeps {
  readonly loadCheckpoints: () => Promise<Checkpoints>;
  readonly loadRun: (checkpoints: Checkpoints) => Promise<TestRun>;
  /** Resolves once the page is drawn: until then nothing is loaded that nobody asked for. */
  readonly shown: Promise<void>;
}

/** Loads what `load` loads when it is first asked for; again if that failed. */
const once = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loading: Promise<T> | null = null;
  return () =>
    (loading ??= load().catch((thrown: unknown) => {
      loading = null;
      throw thrown;
    }));
};

/** The test run as the app holds it: what may be asked for without loading it, and the rest once loaded. */
export interface LazyTestRun extends Pick<
  TestRun,
  'view' | 'show' | 'microphoneAllowed' | 'leave' | 'keepOnly' | 'dispose'
> {
  loaded(): Promise<TestRun>;
}

/**
 * The test run, loaded when it is first needed: by a call, or by an unfinished test of the user shown. Most starts need
 * neither.
 */
export const createLazyTestRun = (deps: LazyTestRunDeps): LazyTestRun => {
  let user: string | null = null;
  let run: TestRun | null = null;
  const latest = (): TestRun | null => run;
  const checkpoints = once(deps.loadCheckpoints);
  const loaded = once(async () => {
    const made = await deps.loadRun(await checkpoints());
    run = made;
    await made.show(user);
    return made;
  });

  return {
    view: () => run?.view() ?? null,
    async show(userId) {
      user = userId;
      if (run) return run.show(userId);
      if (userId === null) return;
      await deps.shown;
      const unfinished = await (await checkpoints()).find(userId);
      if (unfinished && user === userId) await loaded();
    },
    loaded,
    microphoneAllowed: () => run?.microphoneAllowed() ?? false,
    leave: () => run?.leave(),
    async keepOnly(userIds) {
      if (run) return run.keepOnly(userIds);
      await deps.shown;
      await (latest() ?? (await checkpoints())).keepOnly(userIds);
    },
    dispose: async () => run?.dispose(),
  };
};
