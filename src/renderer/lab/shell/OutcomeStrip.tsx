import { tell, useActions } from '../../stores/action-store';
import { useLanguage } from '../../stores/language-store';
import { useLabMessages } from './use-lab-messages';
import styles from './OutcomeStrip.module.css';

/** How the last action ended, until it is closed or another one begins. The shell says it aloud. */
export const OutcomeStrip = () => {
  const messages = useLabMessages();
  const language = useLanguage((state) => state.language);
  const said = useActions((actions) => actions.said);
  if (said === null || said.isAloudOnly) return null;
  return (
    <div className={styles['outcome']} data-tone={said.tone} data-notice="outcome">
      <span>{said.say(language)}</span>
      <button type="button" aria-label={messages('app.close')} onClick={() => tell(null)}>
        <svg width="12" height="12" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M2 2l10 10M12 2L2 12" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </button>
    </div>
  );
};
