import { createMessages, type Language, type Messages } from '../../messages/catalogue';

const spoken = new Map<Language, Messages>();

/** The words in one language; made once and kept. */
export const messagesIn = (language: Language): Messages => {
  const known = spoken.get(language) ?? createMessages(language);
  spoken.set(language, known);
  return known;
};
