import { createHash } from 'node:crypto';
import type { AnonymousId } from '../../../contract/anonymous-id';
import type { LabMessages } from '../../../messages/lab-catalogue';
import { escapeMarkup as text } from '../../security/escape-markup';

/** What a window for one id shows. */
export interface RevealedId {
  readonly label: string;
  readonly anonymousId: AnonymousId;
}

/** The look of the page, which can load nothing: the app's colours by their values. */
const STYLE = `
:root { color-scheme: light dark; }
body { display: grid; align-content: center; gap: 14px; box-sizing: border-box; height: 100vh; margin: 0;
  padding: 0 28px; background: light-dark(#fdfbf7, #15120f); color: light-dark(#241f1a, #f4efe8);
  font: 14px/1.5 system-ui, sans-serif; user-select: none; }
h1 { margin: 0; overflow: hidden; font-size: 16px; text-overflow: ellipsis; white-space: nowrap; }
code { justify-self: start; padding: 10px 14px; border: 1px solid light-dark(#d3ccc1, #4a443d); border-radius: 6px;
  background: light-dark(#fff, #1d1915); font: 500 17px/1.4 ui-monospace, 'DejaVu Sans Mono', monospace;
  user-select: all; }
p { margin: 0; color: light-dark(#6a6157, #b5aca1); }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** The page allows its own style and nothing else. */
export const REVEAL_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'`;

/** The page that shows one id. `seconds`: how long it is shown. */
export const revealPage = (
  { label, anonymousId }: RevealedId,
  messages: LabMessages,
  seconds: number,
): string => {
  const title = label === '' ? messages('labReveal.title') : label;
  return `<!doctype html><meta charset="utf-8"><title>${text(messages('labReveal.title'))}</title>
<style>${STYLE}</style>
<h1>${text(title)}</h1>
<code>${anonymousId}</code>
<p>${text(messages('labReveal.explanation', { seconds }))}</p>`;
};
