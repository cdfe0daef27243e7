import { dayText } from '../../messages/day-text';
import { useLanguage } from '../stores/language-store';

/** Says the day of a time (milliseconds since 1970) in the language in use, or the minute. */
export const useDate = (): ((time: number, isToMinute?: boolean) => string) => {
  const language = useLanguage((state) => state.language);
  return (time, isToMinute) => dayText(language, time, isToMinute);
};
