import type { Language } from '../../../messages/catalogue';
import { createLabMessages, type LabMessages } from '../../../messages/lab-catalogue';
import { useLanguage } from '../../stores/language-store';

const spoken = new Map<Language, LabMessages>();

/** The words of the app and of the Lab, in the language in use. */
export const useLabMessages = (): LabMessages => {
  const language = useLanguage((state) => state.language);
  const known = spoken.get(language) ?? createLabMessages(language);
  spoken.set(language, known);
  return known;
};
