import { useState } from 'react';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { usePending } from '../../stores/ui-store';
import { savePage } from './kit-actions';
import styles from './Recovery.module.css';

/** The other kind of kit: a page to print, which anybody can read, and which says so before it is made. */
export const PaperKit = ({ isRemote }: { readonly isRemote: boolean }) => {
  const messages = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  const running = usePending('savePage');
  return (
    <section className={styles['other']} aria-labelledby="paper-kit">
      <div>
        <h2 id="paper-kit" className={styles['name']}>
          {messages('kit.paperTitle')}
        </h2>
        <p className={styles['note']}>{messages('kit.paper')}</p>
      </div>
      <Button isPending={running} onPress={() => setIsAsking(true)}>
        {messages('kit.paperSave')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          starts="savePage"
          title={messages('kit.paperAskTitle')}
          body={messages(isRemote ? 'kit.paperAskRemote' : 'kit.paperAskEmbedded')}
          action={messages('kit.paperSave')}
          onConfirm={() => savePage(() => setIsAsking(false))}
          onClose={() => setIsAsking(false)}
        />
      )}
    </section>
  );
};
