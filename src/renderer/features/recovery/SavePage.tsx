import { useState } from 'react';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { usePending } from '../../stores/ui-store';
import { savePage } from './kit-actions';

interface Props {
  readonly isRemote: boolean;
  readonly onSaved?: () => void;
}

/** The button for a page to print, which says that anybody can read it before it is made. */
export const SavePage = ({ isRemote, onSaved }: Props) => {
  const messages = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  const running = usePending('savePage');
  return (
    <>
      <Button isPending={running} onPress={() => setIsAsking(true)}>
        {messages('kit.paperSave')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          starts="savePage"
          title={messages('kit.paperAskTitle')}
          body={messages(isRemote ? 'kit.paperAskRemote' : 'kit.paperAskEmbedded')}
          action={messages('kit.paperSave')}
          onConfirm={() =>
            savePage((isSaved) => {
              setIsAsking(false);
              if (isSaved) onSaved?.();
            })
          }
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
};
