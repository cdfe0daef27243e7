import type { ServiceView, StorageView } from '../../../contract/ipc/snapshot';
import type { Messages } from '../../../messages/catalogue';
import { useMessages } from '../../app/use-messages';
import { Actions } from '../../components/Actions';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { goTo } from '../../stores/ui-store';
import styles from './Onboarding.module.css';

interface Props {
  readonly storage: StorageView;
  readonly service: ServiceView;
}

const KEY_WORDS = {
  keyring: 'kept.keyKeyring',
  'key-file': 'kept.keyFile',
  memory: 'kept.keyMemory',
} as const;

/** A key, the ribbon, and a closed circle. */
const ICONS = [
  'M13.6 12.9a4.6 4.6 0 1 0-4.5-4.5L2.5 15v4.5H7v-2.3h2.2V15h2.3ZM14.8 7.2v.1',
  'M2 10V5c4-1.8 7-1.3 10 .2s5 2.3 8 2.6V10ZM2 12.5v4.6c4 1.6 7 1 10-.4s5-1.8 8-2v-2.2Z',
  'M11 2.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM5 17 17 5',
];

const facts = (messages: Messages, { storage, service }: Props) => {
  const host = service.kind === 'remote' ? (service.host ?? '') : null;
  return [
    [messages('kept.keyTitle'), messages(KEY_WORDS[storage.protection])],
    [
      messages('kept.profileTitle'),
      host === null ? messages('kept.profileEmbedded') : messages('kept.profileRemote', { host }),
    ],
    [
      messages('kept.nothingTitle'),
      host === null ? messages('kept.nothingEmbedded') : messages('kept.nothingRemote', { host }),
    ],
  ] as const;
};

/** Says before anything is made what will be kept, where, and who can open it. */
export const WhatIsKept = (props: Props) => {
  const messages = useMessages();
  return (
    <Screen name="what-is-kept" title={messages('kept.title')}>
      <dl className={`lined ${styles['facts']}`}>
        {facts(messages, props).map(([title, text], index) => (
          <div key={title}>
            <dt>
              <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
                <path d={ICONS[index]} />
              </svg>
              {title}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="remember">{messages('kept.remember')}</p>
      <Actions>
        <Button variant="primary" onPress={() => goTo('year-of-birth')}>
          {messages('app.continue')}
        </Button>
        <Button variant="quiet" onPress={() => goTo('welcome')}>
          {messages('app.back')}
        </Button>
      </Actions>
    </Screen>
  );
};
