import type { Snapshot } from '../../../contract/ipc/snapshot';
import { refresh } from '../../app/actions';
import { failureText } from '../../app/outcome-text';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { usePending } from '../../stores/ui-store';
import { troubleOf } from './service-trouble';

/** Says that the service could not be used and why, or that there is nothing to draw, with the way out. */
export const ServiceNotice = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  const pending = usePending('refresh');
  const trouble = troubleOf(snapshot);
  if (trouble === null && snapshot.profile.status !== 'none') return null;
  return (
    <Notice
      name="service"
      tone="warning"
      isLive
      text={trouble === null ? messages('profile.none') : failureText(messages, trouble)}
    >
      <Button isPending={pending} onPress={refresh}>
        {messages('app.tryAgain')}
      </Button>
    </Notice>
  );
};
