/** The one key to a profile: a lower-case hyphenated UUID v4, 36 characters. Whoever has it is the user. */
export type AnonymousId = string & { readonly __brand: 'AnonymousId' };

/** Exactly the accepted form; the service's schema uses the same expression. */
export const ANONYMOUS_ID_FORM =
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for the exact form only: no trimming, no change of case. */
export const isAnonymousId = (value: unknown): value is AnonymousId =>
  typeof value === 'string' && ANONYMOUS_ID_FORM.test(value);

/** The eight groups of four as which a recovery kit's page prints an id. */
export const groupsOf = (id: AnonymousId): readonly string[] =>
  id.replaceAll('-', '').match(/.{4}/g) ?? [];

/** Eight such groups, typed or copied from the page, in the form of an id; any other text as it is. */
export const fromGroups = (text: string): string =>
  /^(?:[0-9a-f]{4}\s+){7}[0-9a-f]{4}$/.test(text)
    ? text.replace(/\s+/g, '').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    : text;

/** What screens show in place of an id: its last four characters. */
export const maskAnonymousId = (id: AnonymousId): string => `••••\u2009${id.slice(-4)}`;
