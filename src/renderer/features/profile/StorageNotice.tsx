import type { StorageView } from '../../../contract/ipc/snapshot';
import { allowKeyFile, copyKey } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { AskButton } from '../../components/AskButton';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';

/** Stays for as long as the key is not saved, with both ways to save it. */
export const StorageNotice = ({ storage }: { readonly storage: StorageView }) => {
  const messages = useMessages();
  if (storage.protection !== 'memory') return null;
  return (
    <Notice
      name="storage"
      tone="warning"
      title={messages('storage.title')}
      text={messages(`errors.${storage.reason}`)}
    >
      <Button does={copyKey}>{messages('key.copy')}</Button>
      <AskButton
        label={messages('storage.weaker')}
        title={messages('storage.weakerTitle')}
        body={messages('storage.weakerBody')}
        action={messages('storage.weakerConfirm')}
        isHarmless
        does={allowKeyFile}
      />
    </Notice>
  );
};
