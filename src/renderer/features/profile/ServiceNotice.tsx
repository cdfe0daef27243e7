import type { WireError } from '../../../contract/errors';
import type { Snapshot } from '../../../contract/ipc/snapshot';
import { refresh } from '../../app/actions';
import { failureText } from '../../app/outcome-text';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { usePending } from '../../stores/ui-store';

/** What stands in the way of the service, if anything; the session's own failure says it most exactly. */
export const troubleOf = ({ session, profile, service }: Snapshot): WireError | null => {
  if (session.status === 'active' && session.loading.status === 'failure') {
    const { code, retryAfterMs } = session.loading;
    return retryAfterMs === undefined ? { code } : { code, retryAfterMs };
  }
  if (profile.status === 'unavailable') return { code: profile.code };
  return service.trouble === null ? null : { code: service.trouble };
};

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
