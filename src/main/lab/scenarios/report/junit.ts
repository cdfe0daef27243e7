import type { ScenarioResult } from '../../../../contract/ipc/lab/scenarios';
import type { LabMessages } from '../../../../messages/lab-catalogue';
import { escapeMarkup } from '../../../security/escape-markup';

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`)
    .join('');

/** What a build server shows of one scenario: every line in which it was otherwise than expected. */
const outcomeOf = ({ status, expectations }: ScenarioResult, messages: LabMessages): string[] => {
  if (status === 'passed') return [];
  if (status !== 'failed') return ['      <skipped/>'];
  const wrong = expectations.filter(({ ok }) => !ok);
  const message = messages('labScenarios.happened.failed', {
    failed: wrong.length,
    count: expectations.length,
  });
  const lines = wrong.map(({ after, what, expected, actual }) => {
    const [step, looked] = [
      messages(`labScenarios.step.${after}`),
      messages(`labScenarios.what.${what}`),
    ];
    return escapeMarkup(`${step}: ${looked}: ${expected} -> ${actual}`);
  });
  return [
    `      <failure${attributes({ message, type: 'expectation' })}>${lines.join('\n')}</failure>`,
  ];
};

/** The results as JUnit XML, which build servers read. `startedAt` in milliseconds since 1970. */
export const junitOf = (
  results: readonly ScenarioResult[],
  messages: LabMessages,
  startedAt: number,
): string => {
  const withStatus = (...wanted: ScenarioResult['status'][]): number =>
    results.filter(({ status }) => wanted.includes(status)).length;
  const totals = attributes({
    name: messages('labScenarios.title'),
    tests: results.length,
    failures: withStatus('failed'),
    errors: 0,
    skipped: results.length - withStatus('failed', 'passed'),
    time: seconds(results.reduce((sum, { ms }) => sum + ms, 0)),
    timestamp: new Date(startedAt).toISOString().slice(0, 19),
  });
  const cases = results.flatMap((result) => {
    const head = attributes({
      classname: result.name,
      name: messages(`labScenarios.name.${result.name}`),
      time: seconds(result.ms),
    });
    const outcome = outcomeOf(result, messages);
    return outcome.length === 0
      ? [`    <testcase${head}/>`]
      : [`    <testcase${head}>`, ...outcome, '    </testcase>'];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${totals}>`,
    `  <testsuite${totals}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};
