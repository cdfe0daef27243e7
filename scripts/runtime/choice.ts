/** Where an Electron executable comes from. */
type RuntimeSource = 'environment' | 'package' | 'installer' | 'fallback';

/** An Electron executable and the reason why it was chosen, for one line of output. */
export interface Choice {
  readonly source: RuntimeSource;
  readonly executable: string;
  readonly why: string;
}

/** What the choice asks for, in this order; a later one is asked only when all before it said no. */
export interface ChoiceQuestions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The executable's name inside a dist folder on this platform. */
  readonly executableName: string;
  readonly join: (folder: string, name: string) => string;
  readonly exists: (path: string) => boolean;
  /** The executable in the electron package's own dist folder, if it is complete. */
  readonly installed: () => string | undefined;
  /** Runs the package's own installer; undefined when done, else why it failed. */
  readonly runInstaller: () => Promise<string | undefined>;
  /** Provides the verified fallback; throws where there is none. */
  readonly fallback: (whyNotInstalled: string) => Promise<string>;
}

/** Chooses the Electron to run. A path set in the environment that does not exist is an error. */
export async function chooseRuntime(ask: ChoiceQuestions): Promise<Choice> {
  const named = fromEnvironment(ask);
  if (named !== undefined) {
    if (!ask.exists(named.executable)) {
      throw new Error(`${named.why} leads to ${named.executable}, which does not exist`);
    }
    return named;
  }
  const before = ask.installed();
  if (before !== undefined) {
    return { source: 'package', executable: before, why: 'the pinned electron package' };
  }
  const failure = await ask.runInstaller();
  const after = ask.installed();
  if (after !== undefined) {
    return { source: 'installer', executable: after, why: 'the pinned electron package' };
  }
  const whyNot = failure ?? 'the installer left nothing behind';
  const executable = await ask.fallback(whyNot);
  return { source: 'fallback', executable, why: `the pinned version is missing: ${whyNot}` };
}

function fromEnvironment(ask: ChoiceQuestions): Choice | undefined {
  const { ELECTRON_EXEC_PATH: path, ELECTRON_OVERRIDE_DIST_PATH: dist } = ask.env;
  if (path) return { source: 'environment', executable: path, why: 'ELECTRON_EXEC_PATH' };
  if (!dist) return undefined;
  const executable = ask.join(dist, ask.executableName);
  return { source: 'environment', executable, why: 'ELECTRON_OVERRIDE_DIST_PATH' };
}
