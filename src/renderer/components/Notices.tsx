import { dismissNotice } from '../app/actions';
import { useMessages } from '../app/use-messages';
import { useSnapshot } from '../stores/snapshot-store';
import { Button } from './Button';
import { Notice } from './Notice';

/** What main wants known once, each until it is closed. */
export const Notices = () => {
  const messages = useMessages();
  const notices = useSnapshot((state) => state.snapshot?.notices);
  return notices?.map(({ id, type }) => (
    <Notice key={id} name={type} text={messages(`notices.${type}`)}>
      <Button variant="quiet" aria-label={messages('app.close')} onPress={() => dismissNotice(id)}>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M2 2l10 10M12 2L2 12" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </Button>
    </Notice>
  ));
};
