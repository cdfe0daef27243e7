import compile from 'icu-minify/compile';
import { createTranslator } from 'use-intl/core';
import formatCompiled from 'use-intl/format-message/format-only';
import { describe, expect, it } from 'vitest';
import { labCatalogues } from '../../src/messages/lab-catalogue';
import { kitPageWords as kitDe } from '../../src/messages/de/kit-page';
import { kitPageWords as kitEn } from '../../src/messages/en/kit-page';
import { compiled } from './compile-messages';

type Tree = { readonly [key: string]: string | Tree };

const flatten = (tree: Tree): readonly string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : flatten(value)));

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) =>
    new Intl.PluralRules(...args),
};

/** Every argument of a message, a number where it wants one. */
const valuesFor = (text: string, number: number) =>
  Object.fromEntries(
    [...text.matchAll(/\{(\w+)(?=([,}]))/g)].map(([, name, after]) => [
      name!,
      after === ',' ? number : `the ${name}`,
    ]),
  );

describe('messages compiled while building', () => {
  it('takes the place of each string that is a value, and of nothing else', () => {
    expect(
      compiled(
        `/** 'Words' */\nexport const words = { "a-b": { title: 'It\\'s {count, number}' }, plain: "100 %" } as const;`,
        'words.ts',
      ),
    ).toBe(
      `/** 'Words' */\nexport const words = { "a-b": { title: ["It's ",["count",4]] }, plain: "100 %" } as const;`,
    );
  });

  it('does not build on what is no message, and names the file', () => {
    expect(() => compiled(`export const words = { open: 'Hello {name' };`, 'words.ts')).toThrow();
    expect(() => compiled('export const words = {', 'src/words.ts')).toThrow('src/words.ts');
  });

  const words = { en: { ...labCatalogues.en, kitEn }, de: { ...labCatalogues.de, kitDe } };
  it.each(['en', 'de'] as const)('say in %s what they say uncompiled', (locale) => {
    const texts = flatten(words[locale]);
    expect(texts.length).toBeGreaterThan(600);
    for (const text of texts) {
      for (const number of [0, 1, 2, 12_345.6]) {
        const values = valuesFor(text, number);
        const translate = createTranslator({ locale, messages: { text } });
        const options = { cache: {} as never, formatters: formatters as never, locale };
        expect(formatCompiled('text', compile(text), values, options)).toBe(
          translate('text', values),
        );
      }
    }
  });
});
