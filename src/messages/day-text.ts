import type { Language } from './catalogue';

/**
 * The day of a time (milliseconds since 1970) in words, the same in every window, on every page and on paper;
 * `isToMinute`: with the time of day.
 */
export const dayText = (language: Language, time: number, isToMinute = false): string => {
  const say = (style: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, style).format(time);
  const day = say({ dateStyle: 'long' });
  return isToMinute ? `${day}, ${say({ timeStyle: 'short' })}` : day;
};
