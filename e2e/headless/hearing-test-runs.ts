import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/project';
import type { TestTrial } from '../../src/contract/ipc/tests';
import type { HearingTest } from '../../src/hearing/hearing-test';
import { bundleChild, type Edit } from './bundle';
import type { HearingTestFact, HearingTestOrder } from './hearing-test-child';
import { runChild, type ChildRun } from './run-child';

/** How one run of the child went. */
export type HearingTestOutcome = ChildRun<HearingTestFact>;

/** A bundled child with a keyring, and a place for data folders. */
export interface HearingTestLab {
  run(order: Omit<HearingTestOrder, 'keyring'>): Promise<HearingTestOutcome>;
  /** An empty one, or a copy. */
  newFolder(from?: string): string;
  drop(folder: string): void;
}

/** Bundles the child, with `edits` if it is to have defects. */
export const openHearingTestLab = async (edits: readonly Edit[] = []): Promise<HearingTestLab> => {
  const scratch = temporaryFolder('hearing-test', tmpdir());
  const path = await bundleChild(
    join(scratch, 'child'),
    edits,
    'e2e/headless/hearing-test-child.ts',
  );
  const keyring = join(scratch, 'keyring.bin');
  writeFileSync(keyring, randomBytes(32), { mode: 0o600 });
  let made = 0;
  return {
    newFolder(from) {
      const folder = join(scratch, `data-${(made += 1)}`);
      mkdirSync(folder, { mode: 0o700 });
      if (from !== undefined) cpSync(from, folder, { recursive: true });
      return folder;
    },
    drop: (folder) => rmSync(folder, { recursive: true, force: true }),
    run: (order) =>
      runChild<HearingTestFact>(path, { ...order, keyring } satisfies HearingTestOrder),
  };
};

const doneOf = ({ facts, trouble }: HearingTestOutcome) => {
  const done = facts.find((each) => each.fact === 'done');
  if (!done || trouble !== '') throw new Error(`not finished: ${trouble}`);
  return done;
};

/** A test without what differs from one taking of it to the next. */
const resultOf = (test: HearingTest | undefined): string =>
  JSON.stringify({ ...test, id: '', takenAt: 0 });

const trialIn = (fact: HearingTestFact): TestTrial[] => (fact.fact === 'trial' ? [fact.trial] : []);

/** What interrupting came to. */
export interface Interrupted {
  readonly kills: number;
  /** One line each: what was unlike the uninterrupted test. */
  readonly violations: readonly string[];
}

/** A test taken in one go: what was asked, what was found, and how often the disk was called for it. */
const takeWhole = async (lab: HearingTestLab, random: number) => {
  const run = async (from: HearingTestOrder['from']) => {
    const folder = lab.newFolder();
    const outcome = await lab.run({ folder, random, killAt: null, from });
    lab.drop(folder);
    return { ...doneOf(outcome), asked: outcome.facts.flatMap(trialIn) };
  };
  const { steps, tests, asked } = await run('test');
  const storing = (await run('storing')).steps;
  return { steps: { test: steps - storing, storing }, result: resultOf(tests[0]), asked };
};

type Whole = Awaited<ReturnType<typeof takeWhole>>;

/** Takes a test in one folder, told of it run by run. */
const follow = (lab: HearingTestLab, whole: Whole, random: number, from?: { told: number }) => {
  const seen = { told: from?.told ?? 0, kills: 0, violations: [] as string[] };
  const note = (what: string): void =>
    void seen.violations.push(`after ${seen.kills} kills: ${what}`);
  const run = async (
    folder: string,
    killAt: number | null,
    phase: HearingTestOrder['from'] = 'test',
  ): Promise<HearingTestOutcome> => {
    const outcome = await lab.run({ folder, random, killAt, from: phase });
    if (outcome.trouble !== '') note(`${phase} ${killAt}: ${outcome.trouble}`);
    for (const trial of outcome.facts.flatMap(trialIn)) {
      // Whoever was told of a trial has answered all before it.
      if (trial.index < seen.told) note(`trial ${trial.index} comes again after ${seen.told}`);
      seen.told = trial.index;
      const isSame = JSON.stringify(whole.asked[trial.index]) === JSON.stringify(trial);
      if (!isSame) note(`another trial ${trial.index}`);
    }
    if (outcome.killed) seen.kills += 1;
    return outcome;
  };
  const end = async (folder: string): Promise<void> => {
    const { tests } = doneOf(await run(folder, null));
    if (tests.length !== 1) note(`${tests.length} tests are stored`);
    const result = resultOf(tests[0]);
    if (result !== whole.result) note(`${result} instead of ${whole.result}`);
  };
  return { seen, run, end };
};

/** `count` whole numbers in 1..most, ascending. */
const pointsIn = (most: number, count: number, random: () => number): number[] =>
  Array.from({ length: count }, () => 1 + Math.floor(random() * most)).sort((a, b) => a - b);

/**
 * Takes one test in one go and the same one killed `times` times at random calls to the disk and started again each
 * time; what is left is killed half as often while it is stored. All must ask the same, once, and come to the same.
 */
export const interrupt = async (
  lab: HearingTestLab,
  { times, random }: { readonly times: number; readonly random: () => number },
): Promise<Interrupted> => {
  const luck = random();
  const whole = await takeWhole(lab, luck);
  const folder = lab.newFolder();
  const answered = follow(lab, whole, luck);
  // Counted anew by each run. Starting again costs calls, too: the test never ends before the last point.
  const points = pointsIn(whole.steps.test, times, random);
  for (const [index, point] of points.entries()) {
    await answered.run(folder, Math.max(1, point - (points[index - 1] ?? 0)));
  }
  const all = [answered.seen];
  for (const point of pointsIn(whole.steps.storing, Math.ceil(times / 2), random)) {
    const copy = lab.newFolder(folder);
    const stored = follow(lab, whole, luck, answered.seen);
    await stored.run(copy, point, 'storing');
    await stored.end(copy);
    all.push(stored.seen);
  }
  return {
    kills: all.reduce((sum, { kills }) => sum + kills, 0),
    violations: all.flatMap(({ violations }) => violations),
  };
};
