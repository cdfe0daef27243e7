import type { Snapshot } from '../../../contract/ipc/snapshot';
import type { Messages } from '../../../messages/catalogue';
import { useMessages } from '../../app/use-messages';
import styles from './ProfilePage.module.css';

type Tone = 'good' | 'care';

const keyEntry = (messages: Messages, { storage }: Snapshot): [Tone, string] => {
  switch (storage.protection) {
    case 'keyring':
      return ['good', messages('status.keyring')];
    case 'key-file':
      return ['care', messages('status.keyFile')];
    case 'memory':
      return ['care', messages('status.memory')];
    default:
      return storage satisfies never;
  }
};

const serviceEntry = (messages: Messages, { service, profile }: Snapshot): [Tone, string] => {
  if (profile.status === 'ready' && profile.source === 'stored') {
    return ['care', messages('status.stored')];
  }
  if (service.trouble !== null) return ['care', messages('status.trouble')];
  return service.kind === 'remote'
    ? ['good', messages('status.remote', { host: service.host ?? '' })]
    : ['good', messages('status.embedded')];
};

/** One quiet line: how the key is kept, and where the profile is. */
export const StatusLine = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  return (
    <ul className={styles['status']} aria-label={messages('status.label')}>
      {[keyEntry(messages, snapshot), serviceEntry(messages, snapshot)].map(([tone, text]) => (
        <li key={text}>
          <span className={styles[tone]} aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  );
};
