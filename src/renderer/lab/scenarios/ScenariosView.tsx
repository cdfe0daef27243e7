import { useState } from 'react';
import type { ScenarioName, ScenarioResult } from '../../../contract/ipc/lab/scenarios';
import type { LabMessages } from '../../../messages/lab-catalogue';
import { action } from '../../app/action';
import { useView } from '../../bridge/use-view';
import { Button } from '../../components/Button';
import { lab } from '../shell/lab-api';
import { done } from '../shell/lab-said';
import { LabView } from '../shell/LabView';
import { useLabMessages } from '../shell/use-lab-messages';
import { ScenarioRow } from './ScenarioRow';
import styles from './Scenarios.module.css';

const { labScenarios } = lab;

const run = action('runScenarios', (names: readonly ScenarioName[]) =>
  labScenarios.run({ names: [...names] }),
);

const cancel = action('cancelScenarios', labScenarios.cancel);

const saveReport = action('saveReport', labScenarios.saveReport, (saved) =>
  saved === 'saved' ? done((messages) => messages('labScenarios.saved')) : null,
);

const isOver = ({ status }: ScenarioResult): boolean => status === 'passed' || status === 'failed';

/** How many are as expected, or how far a run is. */
const summaryOf = (
  results: readonly ScenarioResult[],
  running: boolean,
  messages: LabMessages,
): string => {
  const begun = results.filter(({ status }) => status !== 'not-run');
  const over = begun.filter(isOver);
  const failed = over.filter(({ status }) => status === 'failed').length;
  const count = over.length;
  if (running) return messages('labScenarios.running', { done: count, count: begun.length });
  if (count === 0) return messages('labScenarios.notRun');
  if (failed > 0) return messages('labScenarios.summaryFailed', { failed, count });
  return messages('labScenarios.summary', { passed: count, count });
};

const COLUMNS = ['scenario', 'expected', 'happened', 'ms'] as const;

/** The scenarios: run one or all, see what is expected beside what happened, and save a report. */
export const ScenariosView = () => {
  const messages = useLabMessages();
  const view = useView(labScenarios);
  const [open, setOpen] = useState<readonly ScenarioName[]>([]);
  if (view === null) return null;
  const { results, running } = view;
  const canSave = !running && results.some(isOver);
  const toggle = (name: ScenarioName): void =>
    setOpen((names) => (names.includes(name) ? names.filter((n) => n !== name) : [...names, name]));
  return (
    <LabView
      name="scenarios"
      title={messages('labScenarios.title')}
      aside={<span role="status">{summaryOf(results, running, messages)}</span>}
      toolbar={
        <>
          <Button
            variant="quiet"
            isDisabled={!canSave}
            onPress={() => saveReport({ format: 'html' })}
          >
            {messages('labScenarios.saveHtml')}
          </Button>
          <Button
            variant="quiet"
            isDisabled={!canSave}
            onPress={() => saveReport({ format: 'junit' })}
          >
            {messages('labScenarios.saveJunit')}
          </Button>
          {running ? (
            <Button onPress={() => cancel()}>{messages('labScenarios.cancel')}</Button>
          ) : (
            <Button variant="primary" onPress={() => run(results.map(({ name }) => name))}>
              {messages('labScenarios.runAll')}
            </Button>
          )}
        </>
      }
    >
      <p className={styles['intro']}>{messages('labScenarios.intro')}</p>
      <table className={styles['table']} aria-label={messages('labScenarios.table')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {messages(`labScenarios.column.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        {results.map((result) => (
          <ScenarioRow
            key={result.name}
            result={result}
            isOpen={open.includes(result.name)}
            isBusy={running}
            onToggle={() => toggle(result.name)}
            onRun={() => run([result.name])}
          />
        ))}
      </table>
    </LabView>
  );
};
