import { useEffect } from 'react';
import { outcomeText } from '../app/outcome-text';
import { useMessages } from '../app/use-messages';
import { clearOutcome, useUi } from '../stores/ui-store';
import { Notice } from './Notice';

/** Milliseconds after which what went well need not be said any more: it covers what lies below. */
const DONE_FOR_MS = 12_000;

/** How the last action ended, where it was started. The live region says it aloud; a failure stays. */
export const Outcome = () => {
  const messages = useMessages();
  const outcome = useUi((ui) => ui.outcome);
  useEffect(() => {
    if (outcome === null || outcome.type === 'failed') return;
    const timer = window.setTimeout(clearOutcome, DONE_FOR_MS);
    return () => window.clearTimeout(timer);
  }, [outcome]);
  if (outcome === null) return null;
  return (
    <Notice
      name="outcome"
      tone={outcome.type === 'failed' ? 'danger' : 'done'}
      text={outcomeText(messages, outcome)}
    />
  );
};
