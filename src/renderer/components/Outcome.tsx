import { outcomeText } from '../app/outcome-text';
import { useMessages } from '../app/use-messages';
import { useUi } from '../stores/ui-store';
import { Notice } from './Notice';

/** How the last action ended, where it was started. The live region says it aloud. */
export const Outcome = () => {
  const messages = useMessages();
  const outcome = useUi((ui) => ui.outcome);
  if (outcome === null) return null;
  return (
    <Notice
      name="outcome"
      tone={outcome.type === 'failed' ? 'danger' : 'done'}
      text={outcomeText(messages, outcome)}
    />
  );
};
