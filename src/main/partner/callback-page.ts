import type { Messages } from '../../messages/catalogue';
import { escapeMarkup as escape } from '../security/escape-markup';

const STYLE =
  ':root{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif}body{max-width:32rem;margin:20vh auto;padding:0 1.5rem}h1{font-size:1.5rem;font-weight:600}';

/** The plain page the browser ends on. It says the same whatever became of the sign-in: the app tells that. */
export const callbackPage = (messages: Messages, language: string, accepted: boolean): string => {
  const title = escape(messages(accepted ? 'partner.pageTitle' : 'partner.pageRefusedTitle'));
  const text = escape(messages(accepted ? 'partner.pageText' : 'partner.pageRefusedText'));
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style><h1>${title}</h1><p>${text}</p></html>`;
};
