import { lazy, Suspense, useState } from 'react';
import type { StorageView } from '../../../contract/ipc/snapshot';
import { copyKey } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';

const WeakerProtection = lazy(() => import('../settings/WeakerProtection'));

/** Stays for as long as the key is not saved, with both ways to save it. */
export const StorageNotice = ({ storage }: { readonly storage: StorageView }) => {
  const messages = useMessages();
  const [asking, setAsking] = useState(false);
  if (storage.protection !== 'memory') return null;
  return (
    <Notice
      name="storage"
      tone="warning"
      title={messages('storage.title')}
      text={messages(`errors.${storage.reason}`)}
    >
      <Button does={copyKey}>{messages('key.copy')}</Button>
      <Button onPress={() => setAsking(true)}>{messages('storage.weaker')}</Button>
      {asking && (
        <Suspense>
          <WeakerProtection onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </Notice>
  );
};
