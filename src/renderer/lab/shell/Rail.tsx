import { useLab } from '../stores/lab-store';
import { goToView, LAB_VIEWS, type LabViewName } from '../stores/lab-ui-store';
import { useLabMessages } from './use-lab-messages';
import { keysText } from './keys-text';
import { RailIcon } from './RailIcon';
import { showListener } from './show-listener';
import { LISTENER_KEYS } from './shortcuts';
import styles from './Rail.module.css';

/** The views, one above the other; the one shown is marked. */
export const Rail = ({ view }: { readonly view: LabViewName }) => {
  const messages = useLabMessages();
  const faults = useLab(({ snapshot }) => snapshot?.activeFaults ?? 0);
  return (
    <nav className={styles['rail']} aria-label={messages('lab.views')}>
      <p className={styles['name']}>{messages('lab.title')}</p>
      <ul className={styles['views']}>
        {LAB_VIEWS.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              className={styles['view']}
              aria-current={name === view ? 'page' : undefined}
              aria-keyshortcuts={`Control+${index + 1}`}
              onClick={() => goToView(name)}
            >
              <RailIcon name={name} />
              <span>{messages(`lab.view.${name}`)}</span>
              {name === 'network' && faults > 0 ? (
                <span className={styles['count']} aria-hidden="true">
                  {faults}
                </span>
              ) : (
                <kbd aria-hidden="true">{index + 1}</kbd>
              )}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={styles['listener']}
        aria-keyshortcuts="Control+Shift+L"
        onClick={() => showListener()}
      >
        {messages('lab.listener')}
        <kbd aria-hidden="true">{keysText(LISTENER_KEYS)}</kbd>
      </button>
    </nav>
  );
};
