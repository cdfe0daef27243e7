import type { Language } from '../../../messages/catalogue';

const TWO = '2-digit';
const formats = new Map<Language, Intl.DateTimeFormat>();

/** When something was (milliseconds since 1970), to the second and always as wide; a dash for never. */
export const lastUsedText = (language: Language, at: number | null): string => {
  if (at === null) return '–';
  const known =
    formats.get(language) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      ...{ day: TWO, month: TWO, hour: TWO, minute: TWO, second: TWO },
    });
  formats.set(language, known);
  return known.format(at).replace(', ', ' ');
};
