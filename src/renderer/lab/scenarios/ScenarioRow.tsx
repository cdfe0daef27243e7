import type { KeyboardEvent } from 'react';
import type { ScenarioResult } from '../../../contract/ipc/lab/scenarios';
import type { LabMessages } from '../../../messages/lab-catalogue';
import { useLabMessages } from '../shell/use-lab-messages';
import { Mark } from './Mark';
import { ScenarioDetails } from './ScenarioDetails';
import styles from './Scenarios.module.css';

/** What happened, in a few words. */
const happened = (
  { status, expectations, steps }: ScenarioResult,
  messages: LabMessages,
): string => {
  const count = expectations.length;
  const failed = expectations.filter(({ ok }) => !ok).length;
  if (status === 'passed') return messages('labScenarios.happened.passed', { count });
  if (status === 'failed') return messages('labScenarios.happened.failed', { failed, count });
  const last = steps.at(-1)?.step ?? 'start';
  if (status === 'running')
    return messages('labScenarios.happened.running', {
      step: messages(`labScenarios.step.${last}`),
    });
  return messages(`labScenarios.happened.${status}`);
};

/** Moves the focus to the scenario above or below. */
const step = (event: KeyboardEvent<HTMLButtonElement>): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const all = [...document.querySelectorAll<HTMLElement>('[data-scenario-toggle]')];
  all[all.indexOf(event.currentTarget) + by]?.focus();
};

interface Props {
  readonly result: ScenarioResult;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly onToggle: () => void;
  readonly onRun: () => void;
}

/** One scenario: what is expected beside what happened, and below it, when opened, everything looked at. */
export const ScenarioRow = ({ result, isOpen, isBusy, onToggle, onRun }: Props) => {
  const messages = useLabMessages();
  const { name, status, ms } = result;
  const title = messages(`labScenarios.name.${name}`);
  const detailsId = `details-${name}`;
  return (
    <tbody data-scenario={name} data-status={status}>
      <tr>
        <th scope="row">
          <button
            type="button"
            className={styles['toggle']}
            data-scenario-toggle={name}
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailsId : undefined}
            onClick={onToggle}
            onKeyDown={step}
          >
            <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
              <path d="M3 1l4 4-4 4" />
            </svg>
            {title}
          </button>
        </th>
        <td className={styles['expected']}>{messages(`labScenarios.expected.${name}`)}</td>
        <td className={styles['happened']}>
          <span>
            <Mark status={status} />
            {happened(result, messages)}
          </span>
        </td>
        <td className={styles['ms']}>{ms > 0 ? Math.round(ms) : ''}</td>
        <td>
          <button
            type="button"
            className={styles['run']}
            aria-label={messages('labScenarios.runOne', { name: title })}
            disabled={isBusy}
            onClick={onRun}
          >
            <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
              <path d="M2 1l7 4-7 4z" />
            </svg>
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr id={detailsId}>
          <td colSpan={5} className={styles['detailsCell']}>
            <ScenarioDetails result={result} />
          </td>
        </tr>
      )}
    </tbody>
  );
};
