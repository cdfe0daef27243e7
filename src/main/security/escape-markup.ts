const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** True for what XML 1.0 can hold: no control characters, no half of a pair. */
const isAllowed = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
};

/** Text as it may stand in an element or an attribute of XML or HTML; what neither can hold becomes a mark. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll(/[^]/gu, (each) => (isAllowed(each) ? (ENTITIES[each] ?? each) : '\ufffd'));
