import type { Counts } from '../test/counts';
import { say } from '../report';

/** Counts what held and what did not, and tells the latter. */
export interface Checks {
  /** `detail` is what was found. */
  check(what: string, holds: boolean, detail: string): void;
  readonly counts: Counts;
  /** What did not hold. */
  readonly failures: readonly string[];
}

export const createChecks = (): Checks => {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  return {
    check(what, holds, detail) {
      counts[holds ? 'passed' : 'failed'] += 1;
      if (holds) return;
      failures.push(`${what}: ${detail}`);
      say(`FAILED ${what}: ${detail}`);
    },
    counts,
    failures,
  };
};
