import { describe, expect, it } from 'vitest';
import { closingLine, exitCode, readReport, sum, type StepResult } from './counts';

const vitest = '{"numPassedTests":5,"numFailedTests":1,"numPendingTests":2,"numTodoTests":1}';
const playwright = '{"stats":{"expected":3,"flaky":1,"unexpected":2,"skipped":1}}';
const step = (code: number, counts?: StepResult['counts']): StepResult => ({
  name: 'step',
  code,
  counts,
});

describe('counting', () => {
  it('reads the reports of both runners', () => {
    expect(readReport(vitest)).toEqual({ passed: 5, failed: 1, skipped: 3 });
    expect(readReport(playwright)).toEqual({ passed: 4, failed: 2, skipped: 1 });
  });

  it('takes neither an empty nor a foreign report for a result', () => {
    for (const text of ['', '{}', '[]', '{"stats":{}}', '{"numPassedTests":"5"}']) {
      expect(readReport(text)).toBeUndefined();
    }
  });

  it('counts a step without a report as one check', () => {
    expect(sum([step(0), step(1)])).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('sums steps, and counts a crash that no failed test explains', () => {
    const crashed = step(1, { passed: 4, failed: 0, skipped: 0 });
    const failed = step(1, { passed: 2, failed: 3, skipped: 1 });
    expect(sum([crashed, failed])).toEqual({ passed: 6, failed: 4, skipped: 1 });
  });

  it('closes with one line', () => {
    expect(closingLine({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
    expect(closingLine({ passed: 7, failed: 1, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
  });

  it('fails when something failed, when nothing ran, and when one runner found no test', () => {
    const good = step(0, { passed: 1, failed: 0, skipped: 0 });
    expect(exitCode([good])).toBe(0);
    expect(exitCode([good, step(1)])).toBe(1);
    expect(exitCode([])).toBe(1);
    expect(exitCode([good, step(0, { passed: 0, failed: 0, skipped: 3 })])).toBe(1);
  });
});
