import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { playScenarios } from '../e2e/headless/play-scenarios';
import {
  SCENARIO_NAMES,
  type ScenarioName,
  type ScenarioResult,
} from '../src/contract/ipc/lab/scenarios';
import { htmlOf } from '../src/main/lab/scenarios/report/html';
import { junitOf } from '../src/main/lab/scenarios/report/junit';
import { createLabMessages } from '../src/messages/lab-catalogue';
import packageJson from '../package.json' with { type: 'json' };
import { watchStarters } from './process-tree';
import { runMain, say } from './report';

const messages = createLabMessages('en');

const USAGE = `npm run -s scenarios -- [--junit FILE] [--html FILE] [scenario …]
Scenarios: ${SCENARIO_NAMES.join(', ')}`;

const isName = (name: string): name is ScenarioName =>
  (SCENARIO_NAMES as readonly string[]).includes(name);

/** Each scenario when it has ended, and each line in which it was otherwise than expected. */
function sayResult({ name, status, ms, expectations }: ScenarioResult): void {
  if (status !== 'passed' && status !== 'failed') return;
  say(`${status === 'passed' ? 'ok  ' : 'RED '} ${name} (${Math.round(ms)} ms)`);
  for (const { ok, after, what, expected, actual } of expectations) {
    if (!ok) say(`     ${after}: ${what}: expected ${expected}, got ${actual}`);
  }
}

// Whatever still runs ends with this process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(1));
watchStarters(() => process.exit(1));

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: { junit: { type: 'string' }, html: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => !isName(name));
  if (values.help === true || unknown !== undefined) {
    say(unknown === undefined ? USAGE : `No scenario is called ${unknown}.\n${USAGE}`);
    return unknown === undefined ? 0 : 2;
  }
  const startedAt = Date.now();
  const names = positionals.length > 0 ? positionals.filter(isName) : SCENARIO_NAMES;
  const results = await playScenarios(names, { changed: sayResult });
  if (values.junit !== undefined) {
    await writeFile(values.junit, junitOf(results, messages, startedAt));
  }
  if (values.html !== undefined) {
    const versions = { app: packageJson.version, runtime: `Node ${process.versions.node}` };
    const facts = { language: 'en', startedAt, product: 'Mimi Companion', versions } as const;
    await writeFile(values.html, htmlOf(results, messages, facts));
  }
  const passed = results.filter(({ status }) => status === 'passed').length;
  say(messages('labScenarios.summary', { passed, count: results.length }));
  return passed === results.length ? 0 : 1;
});
