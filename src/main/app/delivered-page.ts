import type { Session, WebContents } from 'electron';

/** What a page cannot be drawn without. */
const NEEDED = ['.js', '.css'] as const;

/**
 * Resolves once `page` has a script and its styles, has been read without them, or is gone. Main pumps every byte: whatever
 * keeps it waiting before that leaves the window blank.
 */
export const deliveredPage = (
  { webRequest }: Pick<Session, 'webRequest'>,
  page: Pick<WebContents, 'id' | 'once'>,
): Promise<void> => {
  const missing = new Set<string>(NEEDED);
  const delivered = new Promise<void>((resolve) => {
    webRequest.onCompleted(({ url, webContentsId }) => {
      if (webContentsId !== page.id) return;
      for (const kind of NEEDED) if (url.endsWith(kind)) missing.delete(kind);
      if (missing.size === 0) resolve();
    });
    page.once('dom-ready', resolve);
    page.once('destroyed', resolve);
  });
  return delivered.then(() => webRequest.onCompleted(null));
};
