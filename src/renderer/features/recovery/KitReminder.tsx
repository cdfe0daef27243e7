import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { dismissReminder, goToSaveKit } from './kit-actions';

/** Says quietly that a kit would be good to have. Put off, it comes back with the next start; refused, never. */
const KitReminder = ({ onLater }: { readonly onLater: () => void }) => {
  const messages = useMessages();
  return (
    <Notice
      name="kit-reminder"
      title={messages('kit.reminderTitle')}
      text={messages('kit.reminder')}
    >
      <Button onPress={() => goToSaveKit(null)}>{messages('kit.save')}</Button>
      <Button variant="quiet" onPress={onLater}>
        {messages('kit.later')}
      </Button>
      <Button variant="quiet" does={dismissReminder}>
        {messages('kit.noReminder')}
      </Button>
    </Notice>
  );
};

export default KitReminder;
