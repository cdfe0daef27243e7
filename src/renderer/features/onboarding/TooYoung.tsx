import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { goTo } from '../../stores/ui-store';

/** A kind stop for people under 18, before anything was created. */
export const TooYoung = ({ hasUser }: { readonly hasUser: boolean }) => {
  const messages = useMessages();
  return (
    <Screen
      name="too-young"
      title={messages('tooYoung.title')}
      lead={messages(hasUser ? 'tooYoung.bodyActive' : 'tooYoung.body')}
    >
      <p>{messages('tooYoung.advice')}</p>
      <div>
        <Button onPress={() => goTo('year-of-birth')}>{messages('tooYoung.back')}</Button>
      </div>
    </Screen>
  );
};
