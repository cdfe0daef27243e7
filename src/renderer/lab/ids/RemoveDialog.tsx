import { usePending } from '../../stores/action-store';
import { LabDialog } from '../shell/LabDialog';
import { useLabMessages } from '../shell/use-lab-messages';
import { useIds } from '../stores/ids-store';
import { ask } from '../stores/ids-view-store';
import { removal, remove } from './actions';

/** Asks before ids are taken out of the table. */
export const RemoveDialog = ({ keys }: { readonly keys: readonly string[] }) => {
  const messages = useLabMessages();
  const isRunning = usePending(removal);
  const first = useIds(({ ids }) => ids.find(({ key }) => key === keys[0]));
  const name = first?.label === '' ? first.maskedId : (first?.label ?? '');
  return (
    <LabDialog
      title={messages('labIds.removeTitle', { count: keys.length, name })}
      action={messages('labIds.remove')}
      variant="danger"
      isRunning={isRunning}
      onSubmit={() => remove(keys)}
      onClose={() => ask(null)}
    >
      <p>{messages('labIds.removeBody')}</p>
    </LabDialog>
  );
};
