import { Button } from '../components/Button';
import { Screen } from '../components/Screen';
import { useMessages } from './use-messages';

/** In place of a screen that threw. */
export const Crashed = () => {
  const messages = useMessages();
  return (
    <Screen name="crashed" title={messages('crashed.title')} lead={messages('crashed.body')}>
      <div>
        <Button variant="primary" onPress={() => window.location.reload()}>
          {messages('crashed.reload')}
        </Button>
      </div>
    </Screen>
  );
};
