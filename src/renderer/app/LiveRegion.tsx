import { useActions } from '../stores/action-store';
import { useLanguage } from '../stores/language-store';

/** Says aloud how an action ended. Stays audible while a dialog is open. */
export const LiveRegion = () => {
  const language = useLanguage((state) => state.language);
  const said = useActions((actions) => actions.said);
  return (
    <div role="status" aria-live="polite" className="visually-hidden" data-live-announcer="true">
      {said?.say(language)}
    </div>
  );
};
