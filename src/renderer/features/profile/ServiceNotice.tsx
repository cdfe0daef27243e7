import type { Snapshot } from '../../../contract/ipc/snapshot';
import { refresh } from '../../app/actions';
import { failureText } from '../../app/failure-text';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { troubleOf } from './service-trouble';

/** Says that the service could not be used and why, or that there is nothing to draw, with the way out. */
export const ServiceNotice = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  const trouble = troubleOf(snapshot);
  if (trouble === null && snapshot.profile.status !== 'none') return null;
  return (
    <Notice
      name="service"
      tone="warning"
      isLive
      text={trouble === null ? messages('profile.none') : failureText(messages, trouble)}
    >
      <Button does={refresh}>{messages('app.tryAgain')}</Button>
    </Notice>
  );
};
