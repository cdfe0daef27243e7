import { createMessages, type Language, type Messages } from '../../messages/catalogue';
import { useLanguage } from '../stores/language-store';

const spoken = new Map<Language, Messages>();

/** The words in one language; made once and kept. */
const messagesIn = (language: Language): Messages => {
  const known = spoken.get(language) ?? createMessages(language);
  spoken.set(language, known);
  return known;
};

/** The words in the language in use. */
export const useMessages = (): Messages => messagesIn(useLanguage(({ language }) => language));
