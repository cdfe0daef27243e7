import type { SessionView, Snapshot } from '../../../contract/ipc/snapshot';
import { copyReport, relaunch, retryStorage, startOver } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { Actions } from '../../components/Actions';
import { AskButton } from '../../components/AskButton';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { goTo } from '../../stores/ui-store';

type Cause = Extract<SessionView, { readonly status: 'blocked' }>['cause'];

const WORDS = {
  'secrets/locked': ['blocked.lockedTitle', 'blocked.locked'],
  'secrets/unreadable': ['blocked.unreadableTitle', 'blocked.unreadable'],
  'secrets/newer-version': ['blocked.newerTitle', 'blocked.newer'],
} as const satisfies Record<Cause, unknown>;

/** The stored key cannot be had: why, and every way out. Nothing happens here by itself. */
const Blocked = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  if (snapshot.session.status !== 'blocked') return null;
  const { cause, loading } = snapshot.session;
  const [title, text] = WORDS[cause];
  const isLocked = cause === 'secrets/locked';
  return (
    <Screen name="blocked" title={messages(title)} lead={messages(text)}>
      <Actions>
        {isLocked && (
          <Button variant="primary" does={relaunch}>
            {messages('blocked.restart')}
          </Button>
        )}
        <Button
          variant={isLocked ? 'secondary' : 'primary'}
          isPending={loading.status === 'in-progress'}
          does={retryStorage}
        >
          {messages('app.tryAgain')}
        </Button>
        {cause === 'secrets/unreadable' && (
          <>
            <Button onPress={() => goTo('paste-key')}>{messages('welcome.have')}</Button>
            <AskButton
              variant="danger"
              label={messages('blocked.startOver')}
              title={messages('blocked.startOverTitle')}
              body={messages('blocked.startOverBody')}
              word={messages('confirm.startOver')}
              does={startOver}
            />
          </>
        )}
      </Actions>
      <div className="aside">
        <Button variant="quiet" does={copyReport}>
          {messages('settings.report')}
        </Button>
      </div>
    </Screen>
  );
};

export default Blocked;
