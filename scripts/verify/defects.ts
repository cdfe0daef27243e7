import { join } from 'node:path';
import { makeBases } from '../../e2e/headless/bases';
import { corrupt } from '../../e2e/headless/corruption-runs';
import { DEFECTS, type Defect } from '../../e2e/headless/defects';
import { killAtEveryStep } from '../../e2e/headless/kill-runs';
import { openLab } from '../../e2e/headless/lab';
import { BROKEN_RULES, findWith } from '../../e2e/headless/scenario-defects';
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
    const { violations } = await killAtEveryStep(lab, bases, flow, {
      ...{ times: 1, every: 1, untilWrong: true },
    });
    if (violations[0] !== undefined) return violations[0];
  }
  for (const target of targets) {
    const { violations } = await corrupt(lab, bases.two, target, CORRUPT_FILES, true);
    if (violations[0] !== undefined) return violations[0];
  }
  return undefined;
}

interface Seeded {
  readonly name: string;
  /** What is found wrong with it in place; undefined when all stays green. */
  find(): Promise<string | undefined>;
}

/** Puts each in on purpose: a run that does not find it is a failed check. */
async function checkEach(name: string, seeded: readonly Seeded[]): Promise<StepResult> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const defect of seeded) {
    const found = await defect.find().catch((error: unknown) => {
      // One that cannot be put in any more checks nothing.
      say(`${defect.name}: ${reason(error)}`);
      return undefined;
    });
    counts[found === undefined ? 'failed' : 'passed'] += 1;
    say(`${found === undefined ? 'NOT FOUND' : 'found'}: ${defect.name} (${found ?? 'all green'})`);
  }
  return { name, code: counts.failed === 0 ? 0 : 1, counts };
}

/** Puts each defect into the child that is killed and damaged. */
export async function checkTheChecks(): Promise<StepResult> {
  const scratch = temporaryFolder('defects');
  const seeded = DEFECTS.map((defect, index): Seeded => ({
    name: defect.name,
    find: () => find(defect, join(scratch, String(index))),
  }));
  return checkEach('seeded defects', seeded);
}

/** Breaks each rule of the session on purpose: the report of the scenarios must be red. */
export async function checkTheScenarios(): Promise<StepResult> {
  const seeded = BROKEN_RULES.map((rule): Seeded => ({
    name: rule.name,
    find: async () => (await findWith(rule)) ?? undefined,
  }));
  return checkEach('broken rules', seeded);
}
