import type { ScenarioResult } from '../../../contract/ipc/lab/scenarios';
import { useLabMessages } from '../shell/use-lab-messages';
import { Mark } from './Mark';
import styles from './Scenarios.module.css';

const COLUMNS = ['after', 'what', 'expected', 'happened'] as const;

/** Everything that was looked at in one scenario, beside what was expected. */
export const ScenarioDetails = ({ result }: { readonly result: ScenarioResult }) => {
  const messages = useLabMessages();
  const { expectations, name } = result;
  if (expectations.length === 0)
    return <p className={styles['none']}>{messages('labScenarios.noExpectations')}</p>;
  return (
    <table
      className={styles['details']}
      aria-label={messages('labScenarios.details', { name: messages(`labScenarios.name.${name}`) })}
    >
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {messages(`labScenarios.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {expectations.map(({ after, what, expected, actual, ok }, index) => (
          <tr key={index} data-ok={ok}>
            <td data-again={after === expectations[index - 1]?.after}>
              {messages(`labScenarios.step.${after}`)}
            </td>
            <td>{messages(`labScenarios.what.${what}`)}</td>
            <td className={styles['code']}>{expected}</td>
            <td className={styles['code']}>
              <Mark status={ok ? 'passed' : 'failed'} />
              {actual}
              {!ok && <span className="visually-hidden"> ({messages('labScenarios.no')})</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
