import { createTranslator } from 'use-intl/core';
import type { Language } from './catalogue';
import { kitPageWords as de } from './de/kit-page';
import { kitPageWords as en } from './en/kit-page';

/** What every language must say on the printed recovery page. No window loads it. */
export type KitPageWords = Readonly<Record<keyof typeof en, string>>;

const catalogues: Readonly<Record<Language, KitPageWords>> = { en, de };

/** The words of the printed recovery page in one language; keys and arguments are checked against English. */
export const createKitPageMessages = (language: Language) =>
  createTranslator({ locale: language, messages: catalogues[language] as typeof en });

/** Says a message of the page by its key. */
export type KitPageMessages = ReturnType<typeof createKitPageMessages>;
