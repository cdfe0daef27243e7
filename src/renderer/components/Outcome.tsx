import { useEffect } from 'react';
import { tell, useActions } from '../stores/action-store';
import { useLanguage } from '../stores/language-store';
import { Notice } from './Notice';

/** Milliseconds after which what went well need not be said any more: it covers what lies below. */
const DONE_FOR_MS = 12_000;

/** How the last action ended, where it was started. The live region says it aloud; a failure stays. */
export const Outcome = () => {
  const language = useLanguage((state) => state.language);
  const said = useActions((actions) => actions.said);
  useEffect(() => {
    if (said === null || said.tone === 'danger') return;
    const timer = window.setTimeout(() => tell(null), DONE_FOR_MS);
    return () => window.clearTimeout(timer);
  }, [said]);
  if (said === null) return null;
  return (
    <Notice
      name="outcome"
      tone={said.tone === 'danger' ? 'danger' : 'done'}
      text={said.say(language)}
    />
  );
};
