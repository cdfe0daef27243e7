import { useState, type SyntheticEvent } from 'react';
import type { LabSnapshot } from '../../../contract/ipc/lab/lab';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { Field } from '../../components/Field';
import { usePending } from '../../stores/action-store';
import { useLabMessages } from '../shell/use-lab-messages';
import { chooseEmbedded, chooseSandbox } from './actions';
import styles from './Session.module.css';

type Kind = LabSnapshot['service']['kind'];

/** Which service the app uses: its own, or a sandbox a team shares. Another one starts the app again. */
export const ServiceForm = ({ service }: Pick<LabSnapshot, 'service'>) => {
  const messages = useLabMessages();
  const isRunning = usePending(chooseSandbox);
  const [kind, setKind] = useState<Kind>(service.kind);
  const [baseUrl, setBaseUrl] = useState(service.baseUrl ?? '');
  const [clientId, setClientId] = useState(service.clientId ?? '');
  const [clientSecret, setClientSecret] = useState('');
  const isRemote = kind === 'remote';
  const isReady = isRemote
    ? [baseUrl, clientId, clientSecret].every((text) => text.trim() !== '')
    : service.kind !== 'embedded';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isReady || isRunning) return;
    if (!isRemote) {
      chooseEmbedded();
      return;
    }
    chooseSandbox({ baseUrl: baseUrl.trim(), clientId: clientId.trim(), clientSecret });
  };
  return (
    <section className={styles['panel']} aria-labelledby="service">
      <h2 id="service">{messages('labSession.serviceTitle')}</h2>
      {service.isFixed ? (
        <p>{messages('labSession.serviceFixed')}</p>
      ) : (
        <form className={styles['form']} onSubmit={submit} noValidate>
          <Choice<Kind>
            label={messages('labSession.serviceKind')}
            value={kind}
            options={[
              ['embedded', messages('lab.embedded')],
              ['remote', messages('labSession.sandbox')],
            ]}
            onChange={setKind}
          />
          {isRemote && (
            <>
              <Field label={messages('labSession.baseUrl')} value={baseUrl} onChange={setBaseUrl} />
              <Field
                label={messages('labSession.clientId')}
                value={clientId}
                maxLength={128}
                onChange={setClientId}
              />
              <Field
                label={messages('labSession.clientSecret')}
                hint={messages('labSession.clientSecretHint')}
                name="client-secret"
                isHidden
                maxLength={512}
                value={clientSecret}
                onChange={setClientSecret}
              />
            </>
          )}
          <div className={styles['submit']}>
            <p>{messages('labSession.restarts')}</p>
            <Button type="submit" variant="primary" isDisabled={!isReady} isPending={isRunning}>
              {messages('labSession.useService')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
};
