import { createMessages, type Language, type Messages } from '../../messages/catalogue';
import { useSnapshot } from '../stores/snapshot-store';

const spoken = new Map<Language, Messages>();

/** The words in one language; made once and kept. */
export const messagesIn = (language: Language): Messages => {
  const known = spoken.get(language) ?? createMessages(language);
  spoken.set(language, known);
  return known;
};

/** The words in the language in use; before main has said which, in the browser's. */
export const useMessages = (): Messages =>
  messagesIn(
    useSnapshot(
      ({ snapshot }) => snapshot?.language ?? (navigator.language.startsWith('de') ? 'de' : 'en'),
    ),
  );
