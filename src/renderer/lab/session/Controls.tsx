import { Button } from '../../components/Button';
import { usePending } from '../../stores/action-store';
import { OutcomeCell } from '../ids/OutcomeCell';
import { LabDialog } from '../shell/LabDialog';
import { useLabMessages } from '../shell/use-lab-messages';
import {
  SESSION_CONTROLS,
  useSessionView,
  type SessionControl,
} from '../stores/session-view-store';
import { askDeletion, CONTROLS, deleteUser, whySkipped } from './actions';
import styles from './Session.module.css';

const Control = ({ name }: { readonly name: SessionControl }) => {
  const messages = useLabMessages();
  const last = useSessionView((state) => state.last[name]);
  return (
    <li className={styles['control']}>
      <Button
        variant={name === 'deleteUser' ? 'danger' : 'secondary'}
        aria-describedby={`hint-${name}`}
        {...(name === 'deleteUser'
          ? { onPress: () => askDeletion(true) }
          : { does: CONTROLS[name] })}
      >
        {messages(`labSession.${name}`)}
      </Button>
      <div className={styles['what']}>
        <p id={`hint-${name}`}>{messages(`labSession.hint.${name}`)}</p>
        {last && <OutcomeCell outcome={last} whySkipped={whySkipped(name)(messages)} />}
      </div>
    </li>
  );
};

const DeleteDialog = () => {
  const messages = useLabMessages();
  const start = async (typed: string): Promise<void> => {
    if (await deleteUser.run(typed)) askDeletion(false);
  };
  return (
    <LabDialog
      title={messages('labSession.deleteTitle')}
      intro={<p>{messages('labSession.deleteBody')}</p>}
      word={messages('confirm.delete')}
      action={messages('labSession.deleteUser')}
      variant="danger"
      isRunning={usePending(deleteUser)}
      onSubmit={(typed) => void start(typed)}
      onClose={() => askDeletion(false)}
    />
  );
};

/** What can be done to the session, each with how it ended last. */
export const Controls = () => {
  const messages = useLabMessages();
  const isDeleting = useSessionView((state) => state.isDeleting);
  return (
    <section className={styles['panel']} aria-labelledby="controls">
      <h2 id="controls">{messages('labSession.controls')}</h2>
      <ul className={styles['controls']}>
        {SESSION_CONTROLS.map((name) => (
          <Control key={name} name={name} />
        ))}
      </ul>
      {isDeleting && <DeleteDialog />}
    </section>
  );
};
