import type { Messages } from '../../messages/catalogue';
import { useLanguage } from '../stores/language-store';
import { messagesIn } from './messages-in';

/** The words in the language in use. */
export const useMessages = (): Messages => messagesIn(useLanguage(({ language }) => language));
