import { aheadOf, BASE_OF, type Bases } from './bases';
import { inLanes, type Checker, type Lab, type Run } from './lab';
import type { Fact, Flow } from './protocol';
import { judge } from './verdict';

/** What a series of kills came to. */
export interface KillResult {
  readonly kills: number;
  /** Runs that ended before their kill came. */
  readonly survived: number;
  /** One line each: what was killed where, and what was wrong then. */
  readonly violations: readonly string[];
}

interface Trial {
  readonly flow: Flow;
  /** For the person who has to look at it. */
  readonly name: string;
  kill(folder: string): Promise<readonly Run[]>;
}

const carryOut = async (
  lab: Lab,
  bases: Bases,
  checker: Checker,
  { flow, kill }: Trial,
): Promise<{ killed: boolean; wrong: string[] }> => {
  const base = bases[BASE_OF[flow]];
  const folder = lab.newFolder(base.folder);
  const runs = await kill(folder);
  const facts = runs.flatMap((run): readonly Fact[] => run.facts);
  const findings = await checker.check({ folder, ahead: aheadOf(flow) });
  const wrong = [
    ...runs.flatMap(({ trouble }) => (trouble === '' ? [] : [trouble])),
    ...facts.flatMap((each) => (each.fact === 'failed' ? [`failed: ${each.code}`] : [])),
    ...judge({ flow, base, facts, findings, folder }),
  ];
  if (wrong.length === 0) lab.drop(folder);
  return { killed: runs.some((run) => run.killed), wrong };
};

/** Carries out trials two at a time. Random kills get a checker each, so that its start counts too. */
const carryOutAll = async (
  lab: Lab,
  bases: Bases,
  trials: readonly Trial[],
  { checkerEach = false, untilWrong = false },
): Promise<KillResult> => {
  const lanes = [lab.openChecker(), lab.openChecker()];
  const violations: string[] = [];
  let kills = 0;
  await inLanes(trials, async (trial, lane) => {
    if (untilWrong && violations.length > 0) return;
    const checker = checkerEach ? lab.openChecker() : (lanes[lane] ?? lab.openChecker());
    try {
      const { killed, wrong } = await carryOut(lab, bases, checker, trial);
      if (killed) kills += 1;
      violations.push(...wrong.map((why) => `${trial.name}: ${why}`));
    } catch (thrown) {
      violations.push(`${trial.name}: ${String(thrown)}`);
      lanes[lane]?.close();
      lanes[lane] = lab.openChecker();
    } finally {
      if (checkerEach) checker.close();
    }
  });
  for (const checker of lanes) checker.close();
  return { kills, survived: trials.length - kills, violations };
};

/** Runs a flow once without a kill: the names of its steps, and how long it takes. */
const rehearse = async (lab: Lab, bases: Bases, flow: Flow) => {
  const folder = lab.newFolder(bases[BASE_OF[flow]].folder);
  const run = await lab.run({ folder, flows: [flow], ahead: aheadOf(flow) });
  const steps = run.facts.flatMap((each) => (each.fact === 'step' ? [each.name] : []));
  return { steps, ms: run.ms };
};

interface StepOptions {
  /** Kills at each step. */
  readonly times: number;
  /** Only every so many steps. */
  readonly every: number;
  /** The number of the one step to be looked at. */
  readonly only?: number;
  /** Stop at the first violation. */
  readonly untilWrong?: boolean;
}

/** Flows a person does again after a kill, which must then end as if nothing had been. */
const DONE_AGAIN: readonly Flow[] = ['restoring'];

/** Kills a flow at every one of its named steps. */
export const killAtEveryStep = async (
  lab: Lab,
  bases: Bases,
  flow: Flow,
  { times, every, only, untilWrong = false }: StepOptions,
): Promise<KillResult & { readonly steps: number }> => {
  const { steps } = await rehearse(lab, bases, flow);
  const numbers = steps
    .map((_, index) => index + 1)
    .filter((n) => (only === undefined ? n % every === 0 : n === only));
  const trials = numbers.flatMap((killAt) =>
    Array.from({ length: times }, (): Trial => ({
      flow,
      name: `${flow}:${killAt} (${steps[killAt - 1]})`,
      kill: async (folder) => {
        const order = { folder, flows: [flow], ahead: aheadOf(flow) };
        const killed = await lab.run({ ...order, killAt });
        return DONE_AGAIN.includes(flow) ? [killed, await lab.run(order)] : [killed];
      },
    })),
  );
  return { steps: steps.length, ...(await carryOutAll(lab, bases, trials, { untilWrong })) };
};

/** Kills flows from outside at random moments, half of them once more while they start again. */
export const killAtRandom = async (
  lab: Lab,
  bases: Bases,
  flows: readonly Flow[],
  { times, random }: { readonly times: number; readonly random: () => number },
): Promise<KillResult> => {
  const durations = new Map<Flow, number>();
  for (const flow of flows) durations.set(flow, (await rehearse(lab, bases, flow)).ms);
  const restMs = (await rehearse(lab, bases, 'rest')).ms;
  const trials = Array.from({ length: times }, (_, index): Trial => {
    const flow = flows[Math.floor(random() * flows.length)] ?? 'creation';
    const [first, second] = [random() * (durations.get(flow) ?? 0), random() * 4 * restMs];
    const again = random() < 0.5;
    const ahead = aheadOf(flow);
    return {
      flow,
      name: `random ${index} (${flow} after ${first.toFixed(1)} ms${again ? ', twice' : ''})`,
      kill: async (folder) => {
        const begun = await lab.run({
          ...{ folder, flows: [flow], ahead },
          killAfterMs: { ms: first, from: 'asked' },
        });
        if (!again) return [begun];
        const killAfterMs = { ms: second, from: 'start' } as const;
        return [begun, await lab.run({ folder, flows: ['rest'], ahead, killAfterMs })];
      },
    };
  });
  return carryOutAll(lab, bases, trials, { checkerEach: true });
};
