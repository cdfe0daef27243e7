import type { Snapshot } from '../../../contract/ipc/snapshot';
import type { Messages } from '../../../messages/catalogue';
import { cancel, pasteKey } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { usePageEvents } from '../../app/use-page-events';
import { Actions } from '../../components/Actions';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { usePending } from '../../stores/action-store';
import { goTo } from '../../stores/ui-store';
import { KeptHere } from '../recovery/KeptHere';
import { cancelRestore, openDropped, openPicture } from '../recovery/kit-actions';
import { useDroppedFile } from '../recovery/use-dropped-file';
import styles from './Onboarding.module.css';

interface OtherWay {
  readonly text: string;
  readonly button: string;
  readonly go: () => void;
  /** It is about the account at a partner. */
  readonly isPartner?: true;
}

const isPasteShortcut = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'v';

/** Pasting anywhere on this screen calls `onPaste`; what is on the clipboard never enters the page. */
const usePasteAnywhere = (onPaste: (() => void) | null): void => {
  const paste = (event: Event): void => {
    event.preventDefault();
    onPaste?.();
  };
  usePageEvents({
    paste,
    keydown: (event) => {
      if (isPasteShortcut(event) && !event.repeat) paste(event);
    },
  });
};

const partnerWay = (messages: Messages, name: string): OtherWay => ({
  text: messages('partner.way', { name }),
  button: messages('partner.manage', { name }),
  go: () => goTo('partner'),
  isPartner: true,
});

/** Ways in besides pasting; one more is one more line here. */
const otherWays = (messages: Messages, partner: Snapshot['partner']): readonly OtherWay[] => [
  { text: messages('paste.orKit'), button: messages('kit.open'), go: () => goTo('open-kit') },
  { text: messages('paste.orPicture'), button: messages('paste.picture'), go: openPicture },
  ...(partner ? [partnerWay(messages, partner.name)] : []),
];

/** Opens a profile by its key, by a picture of it, or by a kit: main takes it from clipboard or file. */
export const PasteKey = ({
  session,
  recovery,
  partner,
}: Pick<Snapshot, 'session' | 'recovery' | 'partner'>) => {
  const messages = useMessages();
  const isPasting = usePending(pasteKey);
  const isReading = usePending(openPicture);
  const running = isPasting || isReading;
  // One way in at a time: a second login would race the first.
  usePasteAnywhere(running ? null : pasteKey);
  const isOver = useDroppedFile(running ? null : openDropped);
  const waiting = isReading ? 'paste.reading' : 'paste.pending';
  return (
    <Screen name="paste-key" title={messages('paste.title')} lead={messages('paste.lead')}>
      <KeptHere session={session} recovery={recovery} />
      <Actions>
        <Button variant="primary" isDisabled={isReading} does={pasteKey}>
          {messages('paste.button')}
        </Button>
        {running ? (
          <Button onPress={isReading ? cancelRestore : cancel}>{messages('app.cancel')}</Button>
        ) : (
          <Button variant="quiet" onPress={() => goTo(null)}>
            {messages('app.back')}
          </Button>
        )}
      </Actions>
      <p role="status" className="quiet">
        {messages(running ? waiting : 'paste.private')}
      </p>
      <ul className={`${styles['ways']} ${isOver ? 'file-over' : ''}`}>
        {otherWays(messages, session.status === 'blocked' ? null : partner).map(
          ({ text, button, go, isPartner }) => (
            <li key={button} data-partner={isPartner}>
              <p>{text}</p>
              <Button isDisabled={running} onPress={go}>
                {button}
              </Button>
            </li>
          ),
        )}
        <li className="quiet">{messages('paste.drop')}</li>
      </ul>
    </Screen>
  );
};
