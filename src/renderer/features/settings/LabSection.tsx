import type { Preferences } from '../../../contract/ipc/preferences';
import { updatePreferences } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { Choice } from '../../components/Choice';
import { Section } from './Section';
import styles from './Settings.module.css';

/** Switches the testers' window on and off; how to open it stands beside. */
export const LabSection = ({ isOn }: { readonly isOn: Preferences['lab'] }) => {
  const messages = useMessages();
  return (
    <Section title={messages('settings.testing')}>
      <div className={styles['row']}>
        <div className={styles['words']}>
          <Choice
            label={messages('settings.lab')}
            value={isOn ? 'on' : 'off'}
            options={[
              ['off', messages('settings.labOff')],
              ['on', messages('settings.labOn')],
            ]}
            onChange={(value) => updatePreferences({ lab: value === 'on' })}
          />
          <p className={styles['hint']}>
            {messages(isOn ? 'settings.labOnHint' : 'settings.labHint')}
          </p>
        </div>
      </div>
    </Section>
  );
};
