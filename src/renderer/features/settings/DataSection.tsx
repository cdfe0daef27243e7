import { copyKey, deleteProfile, exportData, removeFromComputer } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { AskButton } from '../../components/AskButton';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { Row, Section } from './Section';

interface Props {
  readonly isRemote: boolean;
  /** Hearing tests the service has not confirmed. */
  readonly unsentTests: number;
}

const Remove = ({ isRemote, unsentTests }: Props) => {
  const messages = useMessages();
  const body = isRemote ? 'settings.removeBodyRemote' : 'settings.removeBodyEmbedded';
  return (
    <AskButton
      label={messages('settings.remove')}
      title={messages('settings.removeTitle')}
      body={messages(body)}
      does={removeFromComputer}
    >
      {unsentTests > 0 && (
        <Notice
          name="unsent-tests"
          tone="warning"
          text={messages('settings.removeUnsent', { count: unsentTests })}
        />
      )}
      <div>
        <Button onPress={() => copyKey()}>{messages('key.copy')}</Button>
      </div>
    </AskButton>
  );
};

/** What a person may do with what is kept: take a copy, take it off this computer, delete it for good. */
export const DataSection = (props: Props) => {
  const messages = useMessages();
  return (
    <Section title={messages('settings.data')}>
      <Row hint={messages('settings.exportHint')}>
        <Button does={exportData}>{messages('settings.export')}</Button>
      </Row>
      <Row hint={messages('settings.removeHint')}>
        <Remove {...props} />
      </Row>
      <Row hint={messages('settings.deleteHint')}>
        <AskButton
          variant="danger"
          label={messages('settings.delete')}
          title={messages('settings.deleteTitle')}
          body={messages('settings.deleteBody')}
          word={messages('confirm.delete')}
          does={deleteProfile}
        />
      </Row>
    </Section>
  );
};
