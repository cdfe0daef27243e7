import { z } from 'zod';

/** How many checks passed, failed and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A step that ran: its name, its exit code, and its counts if its report could be read. */
export interface StepResult {
  readonly name: string;
  readonly code: number;
  readonly counts: Counts | undefined;
}

const vitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
  })
  .transform((report): Counts => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));

const playwrightReport = z
  .object({
    stats: z.object({
      expected: z.number(),
      flaky: z.number(),
      unexpected: z.number(),
      skipped: z.number(),
    }),
  })
  .transform(({ stats }): Counts => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));

/** Reads the JSON report of vitest or Playwright; undefined when it is neither. */
export function readReport(json: string): Counts | undefined {
  try {
    return z.union([vitestReport, playwrightReport]).parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/**
 * Sums the steps. A step without a report is one check; a step that failed without a failed test
 * (a crash, a file that does not load) is one failure more.
 */
export function sum(results: readonly StepResult[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { code, counts } of results) {
    total.passed += counts?.passed ?? (code === 0 ? 1 : 0);
    total.failed += counts?.failed || (code === 0 ? 0 : 1);
    total.skipped += counts?.skipped ?? 0;
  }
  return total;
}

/** The line that closes a run. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  const end = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed} failed${end}`;
}

/** The exit code of a run: a failure, no check at all, or a failed step make it 1. */
export function exitCode(results: readonly StepResult[]): number {
  const { passed, failed } = sum(results);
  const empty = results.some((each) => each.counts !== undefined && isEmpty(each.counts));
  return failed > 0 || passed === 0 || empty ? 1 : 0;
}

function isEmpty({ passed, failed }: Counts): boolean {
  return passed + failed === 0;
}
