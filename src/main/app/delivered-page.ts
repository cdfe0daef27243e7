import type { Session, WebContents } from 'electron';

/** What a page cannot be drawn without. */
const NEEDED = ['.js', '.css'] as const;

/**
 * Resolves once `page` has a script and its styles, or has been read without them. Main passes every
 * answer on: whatever keeps it waiting before that leaves the window blank.
 */
export const deliveredPage = (
  { webRequest }: Pick<Session, 'webRequest'>,
  page: Pick<WebContents, 'once'>,
): Promise<void> =>
  new Promise((resolve) => {
    const missing = new Set<string>(NEEDED);
    const deliver = (): void => {
      webRequest.onCompleted(null);
      resolve();
    };
    webRequest.onCompleted(({ url }) => {
      for (const kind of NEEDED) if (url.endsWith(kind)) missing.delete(kind);
      if (missing.size === 0) deliver();
    });
    page.once('dom-ready', deliver);
  });
