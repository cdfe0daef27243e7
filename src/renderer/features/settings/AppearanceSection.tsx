import type { Preferences } from '../../../contract/ipc/preferences';
import { updatePreferences } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { Choice } from '../../components/Choice';
import { Section } from './Section';
import styles from './Settings.module.css';

/** Theme and language. Languages are named in themselves, so that everybody finds theirs. */
export const AppearanceSection = ({ preferences }: { readonly preferences: Preferences }) => {
  const messages = useMessages();
  return (
    <Section title={messages('settings.look')}>
      <div className={styles['row']}>
        <Choice
          label={messages('settings.theme')}
          value={preferences.theme}
          options={[
            ['system', messages('settings.themeSystem')],
            ['light', messages('settings.themeLight')],
            ['dark', messages('settings.themeDark')],
          ]}
          onChange={(theme) => updatePreferences({ theme })}
        />
      </div>
      <div className={styles['row']}>
        <Choice
          label={messages('settings.language')}
          value={preferences.language}
          options={[
            ['system', messages('settings.languageSystem')],
            ['en', 'English'],
            ['de', 'Deutsch'],
          ]}
          onChange={(language) => updatePreferences({ language })}
        />
      </div>
    </Section>
  );
};
