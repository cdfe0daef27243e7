import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { goTo, usePending } from '../../stores/ui-store';
import { dismissReminder } from './kit-actions';

/** Says once, quietly, that a kit would be good to have; closed, it does not come back. */
const KitReminder = () => {
  const messages = useMessages();
  const pending = usePending('dismissReminder');
  return (
    <Notice name="kit-reminder" text={messages('kit.reminder')}>
      <Button onPress={() => goTo('save-kit')}>{messages('kit.save')}</Button>
      <Button variant="quiet" isPending={pending} onPress={dismissReminder}>
        {messages('kit.noReminder')}
      </Button>
    </Notice>
  );
};

export default KitReminder;
