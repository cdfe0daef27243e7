import { useState } from 'react';
import type { ImportPreview, LinesReport } from '../../../contract/ipc/lab/ids';
import { MAX_PASSPHRASE_LENGTH } from '../../../contract/passphrase';
import { Field } from '../../components/Field';
import { usePending } from '../../stores/action-store';
import { LabDialog } from '../shell/LabDialog';
import { useLabMessages } from '../shell/use-lab-messages';
import { ask } from '../stores/ids-view-store';
import { commitImport, dropImport, openImport } from './actions';
import { countOf } from './count-of';
import { LinesTable } from './LinesTable';

/** Asks for the passphrase of an encrypted set. */
export const OpenImportDialog = ({ fileName }: { readonly fileName: string }) => {
  const messages = useLabMessages();
  const isRunning = usePending(openImport);
  const [passphrase, setPassphrase] = useState('');
  return (
    <LabDialog
      title={messages('labIds.openTitle', { fileName })}
      action={messages('labIds.open')}
      isReady={passphrase !== ''}
      isRunning={isRunning}
      onSubmit={() => openImport({ fileName, passphrase })}
      onClose={dropImport}
    >
      <Field
        label={messages('kit.passphrase')}
        name="passphrase"
        isHidden
        autoFocus
        maxLength={MAX_PASSPHRASE_LENGTH}
        value={passphrase}
        onChange={setPassphrase}
      />
    </LabDialog>
  );
};

interface PreviewProps {
  readonly fileName: string;
  readonly preview: ImportPreview;
}

/** Shows what a file holds before any of it is added. */
export const PreviewDialog = ({ fileName, preview }: PreviewProps) => {
  const messages = useLabMessages();
  const isRunning = usePending(commitImport);
  const { importKey, report } = preview;
  const count = countOf(report, 'new');
  return (
    <LabDialog
      title={messages('labIds.previewTitle', { fileName })}
      action={messages('labIds.commit', { count })}
      isReady={count > 0}
      isRunning={isRunning}
      onSubmit={() => commitImport({ importKey })}
      onClose={dropImport}
    >
      <LinesTable report={report} />
    </LabDialog>
  );
};

/** Shows what became of every line that was pasted. */
export const ReportDialog = ({ report }: { readonly report: LinesReport }) => {
  const messages = useLabMessages();
  return (
    <LabDialog title={messages('labIds.reportTitle')} onClose={() => ask(null)}>
      <LinesTable report={report} />
    </LabDialog>
  );
};
