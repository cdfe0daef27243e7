import { LabView } from '../shell/LabView';
import { useLabMessages } from '../shell/use-lab-messages';
import { useLab } from '../stores/lab-store';
import { Controls } from './Controls';
import { Inspector } from './Inspector';
import { ServiceForm } from './ServiceForm';
import styles from './Session.module.css';

/** What can be done to the session, beside where the engine stands. */
export const SessionView = () => {
  const messages = useLabMessages();
  const snapshot = useLab((state) => state.snapshot);
  if (snapshot === null) return null;
  return (
    <LabView name="session" title={messages('lab.view.session')}>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Controls />
          <ServiceForm service={snapshot.service} />
        </div>
        <Inspector snapshot={snapshot} />
      </div>
    </LabView>
  );
};
