import { join } from 'node:path';
import { makeBases } from '../../e2e/headless/bases';
import { corrupt } from '../../e2e/headless/corruption-runs';
import { DEFECTS, type Defect } from '../../e2e/headless/defects';
import { killAtEveryStep } from '../../e2e/headless/kill-runs';
import { openLab } from '../../e2e/headless/lab';
import { CORRUPT_FILES } from '../../src/main/secrets/spec-support/corrupt-files';
import { temporaryFolder } from '../project';
import { reason, say } from '../report';
import type { StepResult } from '../test/counts';

/** The first thing that the runs find wrong with a defect in place; undefined when they stay green. */
async function find(
  { edits, flows, targets }: Defect,
  scratch: string,
): Promise<string | undefined> {
  const lab = await openLab(edits, scratch);
  let bases: Awaited<ReturnType<typeof makeBases>>;
  try {
    bases = await makeBases(lab);
  } catch (error) {
    return `not even a profile can be made: ${reason(error)}`;
  }
  for (const flow of flows) {
    const { violations } = await killAtEveryStep(lab, bases, flow, { times: 1, untilWrong: true });
    if (violations[0] !== undefined) return violations[0];
  }
  for (const target of targets) {
    const { violations } = await corrupt(lab, bases.two, target, CORRUPT_FILES, true);
    if (violations[0] !== undefined) return violations[0];
  }
  return undefined;
}

/** Puts each defect into the child on purpose: a run that does not find it is a failed check. */
export async function checkTheChecks(): Promise<StepResult> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const scratch = temporaryFolder('defects');
  for (const [index, defect] of DEFECTS.entries()) {
    const found = await find(defect, join(scratch, String(index))).catch((error: unknown) => {
      // One that cannot be put in any more checks nothing.
      say(`${defect.name}: ${reason(error)}`);
      return undefined;
    });
    counts[found === undefined ? 'failed' : 'passed'] += 1;
    say(`${found === undefined ? 'NOT FOUND' : 'found'}: ${defect.name} (${found ?? 'all green'})`);
  }
  return { name: 'seeded defects', code: counts.failed === 0 ? 0 : 1, counts };
}
