import { useState } from 'react';
import { copyKey, deleteProfile, exportData, removeFromComputer } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { Notice } from '../../components/Notice';
import { Row, Section } from './Section';

interface DialogProps {
  readonly onClose: () => void;
}

interface RemoveProps extends DialogProps {
  readonly isRemote: boolean;
  /** Hearing tests the service has not confirmed. */
  readonly unsentTests: number;
}

const RemoveDialog = ({ isRemote, unsentTests, onClose }: RemoveProps) => {
  const messages = useMessages();
  const body = isRemote ? 'settings.removeBodyRemote' : 'settings.removeBodyEmbedded';
  return (
    <ConfirmDialog
      does={removeFromComputer}
      title={messages('settings.removeTitle')}
      body={messages(body)}
      action={messages('settings.remove')}
      onClose={onClose}
    >
      {unsentTests > 0 && (
        <Notice
          name="unsent-tests"
          tone="warning"
          text={messages('settings.removeUnsent', { count: unsentTests })}
        />
      )}
      <div>
        <Button does={copyKey}>{messages('key.copy')}</Button>
      </div>
    </ConfirmDialog>
  );
};

const DeleteDialog = ({ onClose }: DialogProps) => {
  const messages = useMessages();
  return (
    <ConfirmDialog
      does={deleteProfile}
      title={messages('settings.deleteTitle')}
      body={messages('settings.deleteBody')}
      action={messages('settings.delete')}
      word={messages('confirm.delete')}
      onClose={onClose}
    />
  );
};

/** What a person may do with what is kept: take a copy, take it off this computer, delete it for good. */
export const DataSection = ({ isRemote, unsentTests }: Omit<RemoveProps, 'onClose'>) => {
  const messages = useMessages();
  const [asking, setAsking] = useState<'remove' | 'delete' | null>(null);
  const close = (): void => setAsking(null);
  return (
    <Section title={messages('settings.data')}>
      <Row hint={messages('settings.exportHint')}>
        <Button does={exportData}>{messages('settings.export')}</Button>
      </Row>
      <Row hint={messages('settings.removeHint')}>
        <Button onPress={() => setAsking('remove')}>{messages('settings.remove')}</Button>
      </Row>
      <Row hint={messages('settings.deleteHint')}>
        <Button variant="danger" onPress={() => setAsking('delete')}>
          {messages('settings.delete')}
        </Button>
      </Row>
      {asking === 'remove' && <RemoveDialog {...{ isRemote, unsentTests }} onClose={close} />}
      {asking === 'delete' && <DeleteDialog onClose={close} />}
    </Section>
  );
};
