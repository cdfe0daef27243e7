import { createTranslator } from 'use-intl/core';
import { de } from './de';
import { en } from './en';

type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** What every language must say: the keys of English, so a missing or extra one does not compile. */
export type Catalogue = SameKeys<typeof en>;

/** A language the app speaks. */
export type Language = 'en' | 'de';

export const catalogues: Readonly<Record<Language, Catalogue>> = { en, de };

/**
 * The app's words in one language, for main and windows alike: `messages('welcome.title')`. Keys and their ICU
 * arguments are checked at compile time against English.
 */
export const createMessages = (language: Language) =>
  createTranslator({ locale: language, messages: catalogues[language] as typeof en });

/** Says a message by its key. */
export type Messages = ReturnType<typeof createMessages>;
