import { create } from 'zustand';
import type { Language } from '../../messages/catalogue';

/** The language in use; before main has said which, the browser's. */
export const useLanguage = create<{ readonly language: Language }>(() => ({
  language: navigator.language.startsWith('de') ? 'de' : 'en',
}));
