import type { Snapshot } from '../../contract/ipc/snapshot';

/** Puts theme and language on the document, where CSS and assistive technology look for them. */
export const applyAppearance = ({ preferences, language }: Snapshot): void => {
  const root = document.documentElement;
  root.lang = language;
  if (preferences.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = preferences.theme;
};
