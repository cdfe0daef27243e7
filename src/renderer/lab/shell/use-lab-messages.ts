import type { LabMessages } from '../../../messages/lab-catalogue';
import { useLanguage } from '../../stores/language-store';
import { labMessagesIn } from './lab-messages-in';

/** The words of the app and of the Lab, in the language in use. */
export const useLabMessages = (): LabMessages =>
  labMessagesIn(useLanguage(({ language }) => language));
