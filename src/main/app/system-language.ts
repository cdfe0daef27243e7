import type { Language } from '../../messages/catalogue';

/** The language of the computer, for what is said before the person's settings are read. */
export const systemLanguage = (): Language =>
  // Electron knows it only later; the runtime has read it from the environment.
  Intl.DateTimeFormat().resolvedOptions().locale.startsWith('de') ? 'de' : 'en';
