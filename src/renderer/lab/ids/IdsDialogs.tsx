import { useIdsView } from '../stores/ids-view-store';
import { CreateDialog } from './CreateDialog';
import { ExportDialog } from './ExportDialog';
import { OpenImportDialog, PreviewDialog, ReportDialog } from './ImportDialogs';
import { RemoveDialog } from './RemoveDialog';

/** What is asked over the table, one at a time. */
export const IdsDialogs = () => {
  const dialog = useIdsView((state) => state.dialog);
  if (dialog === null) return null;
  switch (dialog.type) {
    case 'create':
      return <CreateDialog />;
    case 'export':
      return <ExportDialog />;
    case 'remove':
      return <RemoveDialog keys={dialog.keys} />;
    case 'report':
      return <ReportDialog report={dialog.report} />;
    case 'open-import':
      return <OpenImportDialog fileName={dialog.fileName} />;
    case 'preview':
      return <PreviewDialog fileName={dialog.fileName} preview={dialog.preview} />;
    default:
      return dialog satisfies never;
  }
};
