import { join } from 'node:path';
import { ensureBuilt } from './build';
import { watchStarters } from './process-tree';
import { run } from './processes';
import { projectRoot, temporaryFolder } from './project';
import { runMain } from './report';
import { closingLine, exitCode, sum, type StepResult } from './test/counts';
import { prepareEndToEnd, runEndToEnd } from './test/e2e';
import { runBuffered, step } from './test/steps';

type Preparing = ReturnType<typeof prepareEndToEnd>;

/** Two cores: the checks that mostly use one core go side by side, those that use both alone. */
async function runAll(reports: string): Promise<StepResult[]> {
  const preparing = prepareEndToEnd();
  preparing.catch(() => undefined); // told by the steps that need it
  const npmRun = (script: string) => () => runBuffered('npm', ['run', '-s', script]);
  const [lint, [types, build]] = await Promise.all([
    step('lint', npmRun('lint')),
    step('types', npmRun('typecheck')).then(
      async (done) => [done, await step('build', ensureBuilt)] as const,
    ),
  ]);
  const unitReport = join(reports, 'unit.json');
  const unit = await step('unit', () => runUnit(preparing, unitReport), unitReport);
  const endReport = join(reports, 'e2e.json');
  const endToEnd = await step('end-to-end', () => runEnd(build, preparing, endReport), endReport);
  return [types, lint, unit, endToEnd]; // a build that fails, fails the last one
}

async function runUnit(preparing: Preparing, report: string): Promise<number> {
  await preparing; // a database among it
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return run(process.execPath, [vitest, 'run', ...reporters], { cwd: projectRoot });
}

async function runEnd(build: StepResult, preparing: Preparing, report: string): Promise<number> {
  const runtime = await preparing;
  if (build.code !== 0) throw new Error('not run, for the build failed');
  return runEndToEnd(runtime, ['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
}

// Whatever still runs ends with this process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(1));
watchStarters(() => process.exit(1));

await runMain(async () => {
  const results = await runAll(temporaryFolder('reports'));
  process.stdout.write(`${closingLine(sum(results))}\n`);
  return exitCode(results);
});
