import type { Language } from '../../../messages/catalogue';
import { createLabMessages, type LabMessages } from '../../../messages/lab-catalogue';

const spoken = new Map<Language, LabMessages>();

/** The words of the app and of the Lab, in one language; made once and kept. */
export const labMessagesIn = (language: Language): LabMessages => {
  const known = spoken.get(language) ?? createLabMessages(language);
  spoken.set(language, known);
  return known;
};
