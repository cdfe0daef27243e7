import type { Preferences } from '../../contract/ipc/preferences';
import type { Language } from '../../messages/catalogue';
import { useLanguage } from '../stores/language-store';

interface Appearance {
  readonly preferences: Pick<Preferences, 'theme'>;
  readonly language: Language;
}

/** Puts theme and language on the document, where CSS and assistive technology look for them. */
export const applyAppearance = ({ preferences, language }: Appearance): void => {
  const root = document.documentElement;
  root.lang = language;
  useLanguage.setState({ language });
  if (preferences.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = preferences.theme;
};
