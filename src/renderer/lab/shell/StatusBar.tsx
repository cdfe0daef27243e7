import type { ReactNode } from 'react';
import type { LabRunning, LabSnapshot } from '../../../contract/ipc/lab/lab';
import { usePending } from '../../stores/action-store';
import { useIds } from '../stores/ids-store';
import { goToView } from '../stores/lab-ui-store';
import { cancelRunning } from './cancel-running';
import { useLabMessages } from './use-lab-messages';
import styles from './StatusBar.module.css';

const Running = ({ running }: { readonly running: LabRunning }) => {
  const messages = useLabMessages();
  const isCancelling = usePending(cancelRunning);
  const { operation, done, total } = running;
  return (
    <div className={styles['running']} data-running={operation}>
      <span>{messages(`lab.running.${operation}`)}</span>
      {done !== null && total !== null && (
        <>
          <progress aria-label={messages(`lab.running.${operation}`)} value={done} max={total} />
          <span className={styles['number']}>{`${done}/${total}`}</span>
        </>
      )}
      <button type="button" disabled={isCancelling} onClick={() => cancelRunning()}>
        {messages('lab.cancel')}
      </button>
    </div>
  );
};

const Current = ({ user }: Pick<LabSnapshot, 'user'>) => {
  const messages = useLabMessages();
  const label = useIds(({ ids }) => ids.find(({ isCurrent }) => isCurrent)?.label);
  if (user === null) return <span data-status="current">{messages('lab.nobody')}</span>;
  return (
    <span data-status="current" className={styles['current']}>
      {label && <strong>{label}</strong>}
      <span className={styles['id']}>{user.maskedId}</span>
    </span>
  );
};

interface Props {
  readonly snapshot: LabSnapshot;
  readonly help: ReactNode;
}

/** What is so now: who is current, the engine's state, the service, faults that are on, and what runs. */
export const StatusBar = ({ snapshot, help }: Props) => {
  const messages = useLabMessages();
  const { engine, service, activeFaults, running, user } = snapshot;
  return (
    <footer className={styles['status']} aria-label={messages('lab.status')}>
      <Current user={user} />
      <span data-status="state" className={styles['state']} data-tone={engine.loading.status}>
        {engine.state}
      </span>
      <span data-status="service" className={styles['service']}>
        {service.host ?? messages('lab.embedded')}
      </span>
      {activeFaults > 0 && (
        <button
          type="button"
          className={styles['faults']}
          data-status="faults"
          onClick={() => goToView('network')}
        >
          {messages('lab.faults', { count: activeFaults })}
        </button>
      )}
      <span className={styles['spring']} />
      {running && <Running running={running} />}
      {help}
    </footer>
  );
};
