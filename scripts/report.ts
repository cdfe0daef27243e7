/** Prints one line of progress on stderr, so that stdout stays free for results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The message of anything thrown. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs a script's main function; a failure is one sentence on stderr and exit code 1. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(`\n${reason(error)}`);
    process.exitCode = 1;
  }
}
