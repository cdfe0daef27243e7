/**
 * A reply's JSON with another id in the place of the one it is checked by: of the anonymousId, or of the userId where
 * none is told. One that names nobody stays as it is.
 */
export const otherIdIn = (text: string, id: string): string => {
  const field = text.includes('"anonymousId"') ? 'anonymousId' : 'userId';
  return text.replace(new RegExp(`("${field}"\\s*:\\s*")[^"]*`), `$1${id}`);
};
