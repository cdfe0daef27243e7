import { EXTERNAL_LINKS } from '../../contract/ipc/app';

/** Opens a known page by its key in the person's browser; there is no way to name another URL. */
export const createLinkOpener =
  (openExternal: (url: string) => Promise<void>) =>
  (link: keyof typeof EXTERNAL_LINKS): Promise<void> =>
    openExternal(EXTERNAL_LINKS[link]);
