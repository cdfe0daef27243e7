import type { ScenarioStatus } from '../../../contract/ipc/lab/scenarios';
import styles from './Scenarios.module.css';

const SHAPES: Readonly<Record<ScenarioStatus, string>> = {
  'not-run': 'M3 7h8',
  waiting: 'M3 7h.01M7 7h.01M11 7h.01',
  running: 'M7 2a5 5 0 1 1-5 5',
  passed: 'M2 7.5l3.2 3.2L12 3.5',
  failed: 'M3 3l8 8M11 3l-8 8',
  cancelled: 'M3.5 3.5h7v7h-7z',
};

/** How something ended, as a shape: colour is not all that tells it. */
export const Mark = ({ status }: { readonly status: ScenarioStatus }) => (
  <svg
    className={styles['mark']}
    data-status={status}
    width="14"
    height="14"
    viewBox="0 0 14 14"
    aria-hidden="true"
  >
    <path d={SHAPES[status]} />
  </svg>
);
