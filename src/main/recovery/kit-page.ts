import { createHash } from 'node:crypto';
import { encode } from 'uqr';
import { groupsOf, type AnonymousId } from '../../contract/anonymous-id';
import type { Audiogram } from '../../hearing/audiogram';
import { EARS } from '../../hearing/hearing-test';
import { RIBBON, ribbonPaths } from '../../hearing/ribbon-shape';
import type { Language } from '../../messages/catalogue';
import { dayText } from '../../messages/day-text';
import { createKitPageMessages, type KitPageMessages } from '../../messages/kit-page-catalogue';
import { kitPageStyle } from './kit-page-style';
import { escapeMarkup as escape } from '../security/escape-markup';

/** What stands on a printed recovery page. */
export interface KitPage {
  readonly anonymousId: AnonymousId;
  /** Drawn as the ribbon; null while there is no profile. */
  readonly audiogram: Audiogram | null;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** Host of the remote service; null with the one inside the app. */
  readonly host: string | null;
  readonly language: Language;
  readonly appName: string;
}

/** The address the page expects the app's font at. */
export const FONT_ADDRESS = '/font.woff2';

/** Light modules around a code, which readers need. */
const QUIET_ZONE = 4;

/** Share of the ribbon's width over which it runs out at either end, and of the last bit, which is not drawn at all. */
const FADE = 0.12;
/** Else some viewers show a line there, at the edge of what the picture is masked by. */
const GONE = 0.012;

/** The id alone as a QR code that a photo may spoil a quarter of. */
const codeOf = (id: AnonymousId, label: string): string => {
  const { data, size } = encode(id, { ecc: 'Q', border: QUIET_ZONE });
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return `<svg role="img" aria-label="${escape(label)}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="M0 0h${size}v${size}H0z" fill="#fff"/><path d="${dark.join('')}"/></svg>`;
};

const ribbonOf = (audiogram: Audiogram): string => {
  const paths = ribbonPaths(audiogram);
  const { width, height } = RIBBON;
  const bands = EARS.filter((side) => audiogram[side].length > 0);
  return `<svg class="ribbon" aria-hidden="true" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">
<linearGradient id="glow" x2="0" y2="1"><stop stop-color="#e0593f"/><stop offset="1" stop-color="#ee8a63"/></linearGradient>
<linearGradient id="ends"><stop offset="${GONE}"/><stop offset="${FADE}" stop-color="#fff"/><stop offset="${1 - FADE}" stop-color="#fff"/><stop offset="${1 - GONE}"/></linearGradient>
<mask id="fade" maskUnits="userSpaceOnUse" x="0" y="0" width="${width}" height="${height}"><path d="M0 0h${width}v${height}H0z" fill="url(#ends)"/></mask>
<clipPath id="inner"><path d="M${GONE * width} 0H${(1 - GONE) * width}v${height}H${GONE * width}z"/></clipPath>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(38)"><path d="M0 0h6v6H0z" fill="#dfe6f5"/><path d="M0 0h2v6H0z" fill="#24407e"/></pattern>
<g mask="url(#fade)"><g clip-path="url(#inner)">${bands.map((side) => `<path class="${side}" d="${paths[side]}"/>`).join('')}</g></g></svg>`;
};

/** For comparing by eye. */
const groupList = (id: AnonymousId): string =>
  groupsOf(id)
    .map((group) => `<li>${group}</li>`)
    .join('');

/** Where the page opens the profile, and where it does not. */
const reachOf = (messages: KitPageMessages, host: string | null): string =>
  host === null ? messages('useEmbedded') : messages('useRemote', { host });

/** The page as HTML with nothing in it to run, and the policy it is served with. */
export const kitPageHtml = (page: KitPage): { readonly html: string; readonly policy: string } => {
  const { anonymousId: id, audiogram, madeAt, host, language, appName } = page;
  const messages = createKitPageMessages(language);
  const date = dayText(language, madeAt);
  const style = kitPageStyle(FONT_ADDRESS);
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escape(messages('title'))}</title><style>${style}</style></head>
<body><header><strong>${escape(appName)}</strong><span>${escape(messages('made', { date }))}</span></header>
<h1>${escape(messages('title'))}</h1>
<p class="lead">${escape(messages('what'))}</p>
${audiogram ? ribbonOf(audiogram) : ''}
<section class="key">${codeOf(id, messages('code'))}
<div><h2>${escape(messages('key'))}</h2><ul class="groups">${groupList(id)}</ul>
<p class="quiet">${escape(messages('copy'))}</p><p class="exact">${id}</p></div></section>
<section class="secret"><h2>${escape(messages('secretTitle'))}</h2><p>${escape(messages('secret'))}</p></section>
<section class="use"><h2>${escape(messages('useTitle'))}</h2>
<ol><li>${escape(messages('useOpen'))}</li><li>${escape(messages('useShow'))}</li></ol>
<p>${escape(reachOf(messages, host))}</p></section></body></html>`;
  const hash = createHash('sha256').update(style).digest('base64');
  return { html, policy: `default-src 'none'; style-src 'sha256-${hash}'; font-src 'self'` };
};
