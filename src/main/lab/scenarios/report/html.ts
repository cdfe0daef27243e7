import type { ScenarioResult } from '../../../../contract/ipc/lab/scenarios';
import type { Language } from '../../../../messages/catalogue';
import type { LabMessages } from '../../../../messages/lab-catalogue';
import { escapeMarkup as text } from '../../../security/escape-markup';
import { REPORT_STYLE } from './report-style';

/** What a report says beside its results. */
export interface ReportFacts {
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly product: string;
  readonly versions: { readonly app: string; readonly runtime: string };
}

const expectationsOf = ({ expectations }: ScenarioResult, messages: LabMessages): string => {
  if (expectations.length === 0) return `<p>${text(messages('labScenarios.noExpectations'))}</p>`;
  const head = (['after', 'what', 'expected', 'happened'] as const)
    .map((column) => `<th scope="col">${text(messages(`labScenarios.column.${column}`))}</th>`)
    .join('');
  const rows = expectations.map(({ after, what, expected, actual, ok }) => {
    const word = messages(ok ? 'labScenarios.yes' : 'labScenarios.no');
    return `<tr class="${ok ? 'ok' : 'bad'}"><td>${text(messages(`labScenarios.step.${after}`))}</td><td>${text(messages(`labScenarios.what.${what}`))}</td><td><code>${text(expected)}</code></td><td><code>${text(actual)}</code> <span class="mark">${text(word)}</span></td></tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
};

const scenarioOf = (result: ScenarioResult, messages: LabMessages): string => {
  const { name, status, ms } = result;
  return `<details class="${status}"${status === 'failed' ? ' open' : ''}>
<summary><span class="status">${text(messages(`labScenarios.status.${status}`))}</span> <strong>${text(messages(`labScenarios.name.${name}`))}</strong> <span class="expected">${text(messages(`labScenarios.expected.${name}`))}</span> <span class="ms">${Math.round(ms)} ms</span></summary>
${expectationsOf(result, messages)}
</details>`;
};

/** The results as one page that needs nothing else: for people, in a browser or on paper. */
export const htmlOf = (
  results: readonly ScenarioResult[],
  messages: LabMessages,
  { language, startedAt, product, versions }: ReportFacts,
): string => {
  const count = results.length;
  const failed = results.filter(({ status }) => status === 'failed').length;
  const passed = results.filter(({ status }) => status === 'passed').length;
  const title = `${product}: ${messages('labScenarios.report.title')}`;
  const summary =
    failed > 0
      ? messages('labScenarios.summaryFailed', { failed, count })
      : messages('labScenarios.summary', { passed, count });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium' });
  const seconds = (results.reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(1);
  const facts = [
    messages('labScenarios.report.madeAt', { date: date.format(startedAt) }),
    messages('labScenarios.report.took', { seconds }),
    messages('labScenarios.report.versions', versions),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${text(title)}</h1>
<p class="summary ${failed > 0 ? 'bad' : 'ok'}">${text(summary)}</p>
<p class="facts">${facts.map(text).join(' · ')}</p>
${results.map((result) => scenarioOf(result, messages)).join('\n')}
</main>
</body>
</html>
`;
};
