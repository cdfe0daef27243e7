import { useState } from 'react';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { savePage } from './kit-actions';

interface Props {
  readonly isRemote: boolean;
  readonly onSaved?: () => void;
}

/** The button for a page to print, which says that anybody can read it before it is made. */
export const SavePage = ({ isRemote, onSaved }: Props) => {
  const messages = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button onPress={() => setIsAsking(true)}>{messages('kit.paperSave')}</Button>
      {isAsking && (
        <ConfirmDialog
          does={savePage(onSaved)}
          title={messages('kit.paperAskTitle')}
          body={messages(isRemote ? 'kit.paperAskRemote' : 'kit.paperAskEmbedded')}
          action={messages('kit.paperSave')}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
};
