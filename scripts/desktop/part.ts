import type { ChildProcess } from 'node:child_process';
import { exitOf, until } from '../processes';

/** One server of a desktop, and the environment through which programs find it. */
export interface Part {
  readonly child: ChildProcess;
  readonly env: Readonly<Record<string, string>>;
}

/** Waits until a server is ready. Throws when it ends before, or is not ready after 10 s. */
export async function untilReady(
  name: string,
  child: ChildProcess,
  isReady: () => boolean,
): Promise<void> {
  let ended: string | undefined;
  exitOf(child).then(
    (code) => (ended = `${name} ended with code ${code}`),
    (error: unknown) => (ended = `${name} did not start: ${String(error)}`),
  );
  await until(name, () => {
    if (ended !== undefined) throw new Error(ended);
    return isReady();
  });
}
