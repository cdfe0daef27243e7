import compile from 'icu-minify/compile';
import { parseSync, Visitor, type Plugin } from 'vite';

/** Files whose every string is a message. */
const MESSAGES = /[\\/]src[\\/]messages[\\/](en|de)[\\/][\w-]+\.ts$/;

/**
 * Parses the words' ICU syntax while building, so that no start does: what reads it at run time makes the engine list
 * every language it knows first, which took a third of drawing the first screen.
 */
export const compileMessages = (): Plugin => ({
  name: 'compile-messages',
  enforce: 'pre',
  config: () => ({
    resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
  }),
  transform: {
    filter: { id: MESSAGES },
    handler: (code, id) => ({ code: compiled(code, id), map: null }),
  },
});

/** A file of words with each message compiled: `'Hello {name}'` becomes `['Hello ', ['name']]`. */
export const compiled = (code: string, id: string): string => {
  const messages: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const { program, errors } = parseSync(id, code);
  if (errors[0]) throw new Error(`${id}: ${errors[0].message}`);
  new Visitor({
    Property({ value }) {
      if (value.type !== 'Literal' || typeof value.value !== 'string') return;
      messages.push({ start: value.start, end: value.end, text: value.value });
    },
  }).visit(program);
  // From the last to the first, so that the places of those before stay true.
  return messages.reduceRight(
    (before, { start, end, text }) =>
      `${before.slice(0, start)}${JSON.stringify(compile(text))}${before.slice(end)}`,
    code,
  );
};
