import { useMessages } from '../app/use-messages';
import { useSnapshot } from '../stores/snapshot-store';
import styles from './Screen.module.css';

/** Says that what fails now may be made to fail on purpose. */
export const SimulatedBadge = () => {
  const messages = useMessages();
  const isSimulated = useSnapshot(({ snapshot }) => snapshot?.simulated === true);
  if (!isSimulated) return null;
  return (
    <p className={styles['simulated']} role="status" data-badge="simulated">
      {messages('app.simulated')}
    </p>
  );
};
