import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { ensureBuilt } from './build';
import { watchStarters } from './process-tree';
import { run } from './processes';
import { projectRoot, temporaryFolder } from './project';
import { runMain, say } from './report';
import { closingLine, exitCode, sum, type StepResult } from './test/counts';
import { prepareEndToEnd, runEndToEnd } from './test/e2e';
import { step } from './test/steps';
import { checkTheChecks, checkTheScenarios } from './verify/defects';

/** Rounds of the model-based run of the session engine, each with a seed of its own. */
const MODEL_ROUNDS = 10;
const MODEL_RUNS = '1500';

/** Kills and damages, in counts that take about half an hour on two cores. */
const HEADLESS = {
  HEADLESS_PER_STEP: '20',
  HEADLESS_EVERY_STEPS: '1',
  HEADLESS_RANDOM_KILLS: '1000',
  HEADLESS_TEST_KILLS: '20',
  HEADLESS_MUTATIONS: '500',
  HEADLESS_PARTNER_KILLS: '0',
};

const reports = temporaryFolder('reports');

/** Runs the specs that match `filter` with longer counts. */
function specs(name: string, filter: string, env: NodeJS.ProcessEnv): Promise<StepResult> {
  const report = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', filter, '--reporter=verbose', '--reporter=json'];
  const work = () =>
    run(process.execPath, [vitest, ...args, `--outputFile.json=${report}`], {
      cwd: projectRoot,
      env: { ...process.env, ...env },
    });
  return step(name, work, report);
}

async function modelRounds(): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (let round = 1; round <= MODEL_ROUNDS; round += 1) {
    const env = { SEED: String(randomInt(2 ** 31)), RUNS: MODEL_RUNS };
    say(`model-based run ${round} of ${MODEL_ROUNDS}: SEED=${env.SEED} RUNS=${env.RUNS}`);
    results.push(await specs(`model ${round}`, 'src/main/mimi-core/model.spec.ts', env));
  }
  return results;
}

/** Runs the end-to-end specs that match `filter` with longer counts, in the real app. */
function endToEnd(name: string, filter: string, env: NodeJS.ProcessEnv): Promise<StepResult> {
  const report = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);
  const work = async (): Promise<number> => {
    if ((await ensureBuilt()) !== 0) throw new Error('not run, for the build failed');
    const runtime = await prepareEndToEnd();
    return runEndToEnd(runtime, [filter, '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      ...env,
    });
  };
  return step(name, work, report);
}

// Whatever still runs ends with this process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(1));
watchStarters(() => process.exit(1));

await runMain(async () => {
  const seed = process.env['HEADLESS_SEED'] ?? String(randomInt(2 ** 31));
  say(`kills and damages: HEADLESS_SEED=${seed}`);
  const results = [
    await checkTheChecks(),
    await checkTheScenarios(),
    await specs('kills', 'e2e/headless/kill', { ...HEADLESS, HEADLESS_SEED: seed }),
    await specs('damages', 'e2e/headless/corruption', { ...HEADLESS, HEADLESS_SEED: seed }),
    await specs('recovery kits', 'src/main/recovery', { KIT_WHOLE_DERIVATIONS: '30' }),
    ...(await modelRounds()),
    await endToEnd('kills in the real app', 'kill.spec', { MIMI_E2E_KILLS: '3' }),
    await endToEnd('partner account', 'partner.spec', { MIMI_E2E_PARTNER: 'whole' }),
    await endToEnd('payloads', 'ipc.spec', { MIMI_E2E_PAYLOADS: '10000' }),
  ];
  process.stdout.write(`${closingLine(sum(results))}\n`);
  return exitCode(results);
});
