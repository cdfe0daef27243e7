import type { SessionView } from '../../../contract/ipc/snapshot';
import { copyReport } from '../../app/actions';
import { failureText } from '../../app/failure-text';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { useActions } from '../../stores/action-store';

/** Why the session could not go on by itself, unless the last action's outcome already says something. */
export const SessionFailure = ({ session }: { readonly session: SessionView }) => {
  const messages = useMessages();
  const said = useActions((actions) => actions.said);
  if (session.status === 'restoring' || session.loading.status !== 'failure' || said) return null;
  const { code, retryAfterMs } = session.loading;
  // A forced end is told with its reason on Welcome.
  if (code === 'session/cancelled' || code === 'session/forcibly-logged-out') return null;
  const text = failureText(messages, { code, ...(retryAfterMs !== undefined && { retryAfterMs }) });
  return (
    <Notice name="session" tone="danger" isLive text={text}>
      <Button variant="quiet" onPress={() => copyReport()}>
        {messages('settings.report')}
      </Button>
    </Notice>
  );
};
