import type { UnfinishedTestView } from '../../../contract/ipc/snapshot';
import { discardTest } from '../../app/actions';
import { useDate } from '../../app/use-date';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { goTo } from '../../stores/ui-store';

/** Offers to go on with a test that was begun and not finished, or to forget it. */
const UnfinishedTest = ({ test }: { readonly test: UnfinishedTestView }) => {
  const messages = useMessages();
  const date = useDate();
  const percent = String(Math.round(test.progress * 100));
  return (
    <Notice
      name="unfinished-test"
      title={messages('choose.unfinishedTitle')}
      text={messages('choose.unfinished', { date: date(test.startedAt), percent })}
    >
      <Button does={discardTest}>{messages('choose.discard')}</Button>
      <Button variant="primary" onPress={() => goTo('resume-test')}>
        {messages('choose.goOn')}
      </Button>
    </Notice>
  );
};

export default UnfinishedTest;
