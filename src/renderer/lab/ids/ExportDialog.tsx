import { useState } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { Choice } from '../../components/Choice';
import { Notice } from '../../components/Notice';
import { isReady, NewPassphrase } from '../../features/recovery/NewPassphrase';
import { usePending } from '../../stores/action-store';
import { LabDialog } from '../shell/LabDialog';
import { useLabMessages } from '../shell/use-lab-messages';
import { ask } from '../stores/ids-view-store';
import { exportSet, type ExportChoice } from './actions';
import styles from './ExportDialog.module.css';

const NOTHING = { passphrase: '', repeated: '' };

/** Asks how the set is to be written: encrypted, or plain after a warning. */
export const ExportDialog = () => {
  const messages = useLabMessages();
  const isRunning = usePending(exportSet);
  const [format, setFormat] = useState<ExportChoice['format']>('encrypted');
  const [typed, setTyped] = useState(NOTHING);
  const [isChecked, setChecked] = useState(false);
  const [isWarned, setWarned] = useState(false);
  const isEncrypted = format === 'encrypted';
  const submit = (): void => {
    setChecked(true);
    if (!isEncrypted) exportSet({ format });
    else if (isReady(typed)) exportSet({ format, passphrase: typed.passphrase });
  };
  return (
    <LabDialog
      title={messages('labIds.exportTitle')}
      action={messages('labIds.exportAction')}
      isReady={isEncrypted || isWarned}
      isRunning={isRunning}
      onSubmit={submit}
      onClose={() => ask(null)}
    >
      <Choice
        label={messages('labIds.format')}
        value={format}
        options={[
          ['encrypted', messages('labIds.encrypted')],
          ['json', 'JSON'],
          ['csv', 'CSV'],
        ]}
        onChange={setFormat}
      />
      {isEncrypted ? (
        <NewPassphrase typed={typed} isHidden isChecked={isChecked} onChange={setTyped} />
      ) : (
        <>
          <Notice name="plain-export" tone="warning" text={messages('labIds.plainWarning')} />
          <CheckboxField isSelected={isWarned} onChange={setWarned}>
            <CheckboxButton className={styles['check'] ?? ''}>
              <span className={styles['box']} aria-hidden="true" />
              {messages('labIds.plainConfirm')}
            </CheckboxButton>
          </CheckboxField>
        </>
      )}
    </LabDialog>
  );
};
