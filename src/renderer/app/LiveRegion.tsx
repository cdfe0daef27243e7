import { useUi } from '../stores/ui-store';
import { outcomeText } from './outcome-text';
import { useMessages } from './use-messages';

/** Says aloud how an action ended. Stays audible while a dialog is open. */
export const LiveRegion = () => {
  const messages = useMessages();
  const outcome = useUi((ui) => ui.outcome);
  return (
    <div role="status" aria-live="polite" className="visually-hidden" data-live-announcer="true">
      {outcome && outcomeText(messages, outcome)}
    </div>
  );
};
