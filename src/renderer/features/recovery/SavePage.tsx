import { useMessages } from '../../app/use-messages';
import { AskButton } from '../../components/AskButton';
import { savePage } from './kit-actions';

interface Props {
  readonly isRemote: boolean;
  readonly onSaved?: () => void;
}

/** The button for a page to print, which says that anybody can read it before it is made. */
export const SavePage = ({ isRemote, onSaved }: Props) => {
  const messages = useMessages();
  return (
    <AskButton
      label={messages('kit.paperSave')}
      title={messages('kit.paperAskTitle')}
      body={messages(isRemote ? 'kit.paperAskRemote' : 'kit.paperAskEmbedded')}
      does={savePage(onSaved)}
    />
  );
};
