import type { ReactNode } from 'react';
import type { LabSnapshot } from '../../../contract/ipc/lab/lab';
import { useLanguage } from '../../stores/language-store';
import { useLabMessages } from '../shell/use-lab-messages';
import styles from './Session.module.css';

type Fact = readonly [name: string, value: ReactNode, tone?: 'danger' | 'warning' | undefined];

const Facts = ({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) => (
  <div className={styles['facts']}>
    <h3>{title}</h3>
    <dl>
      {facts.map(([name, value, tone]) => (
        <div key={name} data-tone={tone}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </div>
);

const ROW_FACTS = ['name', 'event', 'guard', 'from', 'to'] as const;

const loadingText = ({ loading }: LabSnapshot['engine']): string =>
  loading.status === 'failure' ? `failure · ${loading.code}` : loading.status;

/** Where the engine stands, who is there, what waits, and where it is kept. */
export const Inspector = ({ snapshot }: { readonly snapshot: LabSnapshot }) => {
  const messages = useLabMessages();
  const language = useLanguage((state) => state.language);
  const { engine, user, storage, service, product, versions } = snapshot;
  const fact = (name: FactName): string => messages(`labSession.fact.${name}`);
  const yesNo = (is: boolean): string => messages(is ? 'labSession.yes' : 'labSession.no');
  const created =
    user &&
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'short',
      timeStyle: 'medium',
    });
  return (
    <section className={styles['panel']} aria-labelledby="inspector">
      <h2 id="inspector">{messages('labSession.state')}</h2>
      <Facts
        title={messages('labSession.row')}
        facts={ROW_FACTS.map((name): Fact => [
          messages(`labSession.rowFact.${name}`),
          engine.row?.[name] ?? '–',
        ])}
      />
      <Facts
        title={messages('labSession.engine')}
        facts={[
          [fact('state'), engine.state],
          [
            fact('loading'),
            loadingText(engine),
            engine.loading.status === 'failure' ? 'danger' : undefined,
          ],
          [fact('epoch'), engine.epoch],
          [fact('version'), engine.version],
          [fact('pending'), yesNo(engine.hasPending), engine.hasPending ? 'warning' : undefined],
          [fact('kept'), engine.kept],
        ]}
      />
      <Facts
        title={messages('labSession.user')}
        facts={[
          [fact('userId'), user?.userId ?? '–'],
          [fact('maskedId'), user?.maskedId ?? '–'],
          [fact('createdAt'), user && created ? created.format(user.createdAt) : '–'],
        ]}
      />
      <Facts
        title={messages('labSession.outbox')}
        facts={Object.entries(engine.outbox).map(([name, count]): Fact => [name, count])}
      />
      <Facts
        title={messages('labSession.around')}
        facts={[
          [fact('storage'), storage.protection],
          [fact('service'), service.baseUrl ?? messages('lab.embedded')],
          [fact('trouble'), service.trouble ?? '–', service.trouble ? 'danger' : undefined],
          [fact('product'), product],
          [fact('runtime'), `${versions.app} · Electron ${versions.electron}`],
        ]}
      />
    </section>
  );
};

type FactName =
  | 'state'
  | 'loading'
  | 'epoch'
  | 'version'
  | 'pending'
  | 'kept'
  | 'userId'
  | 'maskedId'
  | 'createdAt'
  | 'storage'
  | 'service'
  | 'trouble'
  | 'product'
  | 'runtime';
