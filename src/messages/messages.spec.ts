import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../contract/errors';
import type { Language } from './catalogue';
// The app's words and the Lab's, which only the Lab's window loads.
import { createLabMessages as createMessages, labCatalogues as catalogues } from './lab-catalogue';

type Tree = { readonly [key: string]: string | Tree };

const flatten = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flatten(value, `${path}${key}.`),
  );

const languages = Object.keys(catalogues) as Language[];
const messagesOf = (language: Language) => flatten(catalogues[language]);
const argumentsOf = (message: string): string[] =>
  [...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name!).toSorted();

/** Names of a flow the app does not have, and claims it must not make. */
const BANNED =
  /\b(log ?in|logged in|log ?out|sign(ed)?[- ](in|up|on|out)|account|register|passwords?|credentials?|username|oops|diagnos\w*|hearing loss|patient|treat(ment)?|anmelde\w*|einloggen|registrier\w*|konto|passwor\w*|benutzername|hörverlust|behandlung)\b|!/i;

/** Words of the account at a partner, which is one, but never one of Mimi. */
const isPartners = (key: string): boolean => /^(partner\.|errors\.partner\/)/.test(key);

/** What an account and signing in to it are called. */
const ACCOUNT_WORDS =
  /\b(sign(ed)?[- ](in|up|out)|account|passwords?|anmeld\w*|abmeld\w*|konto|passwor\w*)\b/i;
/** Sign-up, and words that no sentence of the app may use even then. */
const NOT_EVEN_THERE =
  /\b(sign[- ]?up|log ?in|logged in|log ?out|register|registration|registrier\w*|einloggen|credentials?|username|benutzername|oops|diagnos\w*)\b|!/i;

describe.each(languages)('messages in %s', (language) => {
  it('say everything English says, with the same arguments', () => {
    const english = messagesOf('en').map(([key, text]) => [key, argumentsOf(text)]);
    expect(messagesOf(language).map(([key, text]) => [key, argumentsOf(text)])).toEqual(english);
  });

  it.each(messagesOf(language))('%s has no banned word and is not empty', (key, text) => {
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
    expect(text).not.toMatch(isPartners(key) ? NOT_EVEN_THERE : BANNED);
  });

  it('speak of an account only as the one at the partner, and never of one at Mimi', () => {
    const about = messagesOf(language).filter(([key]) => isPartners(key));
    const speaking = about.filter(([, text]) => ACCOUNT_WORDS.test(text));
    expect(speaking.length).toBeGreaterThan(20);
    for (const [, text] of speaking) expect(text).toMatch(/\{name\}|partner/i);
    for (const [, text] of about.filter(([, each]) => /mimi/i.test(each)))
      expect(text).toMatch(/not one at Mimi|keines bei Mimi/);
  });

  it.each(ERROR_CODES)('%s is told in one to three sentences', (code) => {
    const sentences = catalogues[language].errors[code].split(/(?<=[.?])\s+(?=\p{Lu})/u);
    expect(sentences.length).toBeLessThanOrEqual(3);
    expect(catalogues[language].errors[code]).toMatch(/[.?]$/);
  });

  it('can all be formatted', () => {
    const messages = createMessages(language);
    for (const [key, text] of messagesOf(language)) {
      const given = Object.fromEntries(argumentsOf(text).map((name) => [name, '7']));
      const said = (messages as (key: string, values: object) => string)(key, given);
      expect(said).not.toBe(key);
      expect(said).not.toMatch(/[{}]/);
    }
  });

  it('write IDs in one way', () => {
    const others = messagesOf(language).filter(([, text]) => /(?<![\w-])[Ii]ds?(?!\w)/.test(text));
    expect(others).toEqual([]);
  });

  it('counts', () => {
    const messages = createMessages(language);
    const one = messages('app.retryAfter', { seconds: 1 });
    expect(one).toMatch(language === 'en' ? /1 second\./ : /1 Sekunde /);
    expect(messages('app.retryAfter', { seconds: 30 })).not.toBe(one);
  });
});

describe('the words to be typed', () => {
  it('differ by what they do and are upper case', () => {
    for (const language of languages) {
      const { confirm } = catalogues[language];
      expect(confirm.delete).not.toBe(confirm.startOver);
      expect(confirm.delete).toBe(confirm.delete.toUpperCase());
      expect(confirm.instruction).toContain('{word}');
    }
  });
});

describe('the banned words', () => {
  it.each(['Log in to go on', 'Bitte anmelden: Konto', 'Done!', 'your password', 'a diagnosis'])(
    'are found in "%s"',
    (text) => expect(text).toMatch(BANNED),
  );
});
