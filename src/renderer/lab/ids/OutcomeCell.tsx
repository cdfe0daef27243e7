import type { LabOutcomeView } from '../../../contract/ipc/lab/outcome';
import { useLabMessages } from '../shell/use-lab-messages';
import styles from './Outcome.module.css';

/** Milliseconds as they fit into a column: from ten seconds on, in seconds. */
const msText = (ms: number): string =>
  ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

interface Props {
  readonly outcome: LabOutcomeView;
  /** Why it was not done, in words, should it have been skipped. */
  readonly whySkipped?: string;
}

/** How something ended: the guide's word with a mark of its own, the reason's code, and the time it took. */
export const OutcomeCell = ({ outcome, whySkipped }: Props) => {
  const messages = useLabMessages();
  const { type, code, ms } = outcome;
  return (
    <span
      className={styles['outcome']}
      data-outcome={type}
      title={code === null ? undefined : messages(`errors.${code}`)}
    >
      <span className={styles['type']}>{type}</span>
      {code !== null && <code>{code}</code>}
      {type === 'Skipped' && whySkipped}
      <span className={styles['ms']}>{msText(ms)}</span>
    </span>
  );
};
