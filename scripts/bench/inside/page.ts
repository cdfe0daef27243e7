import { contextBridge, ipcRenderer } from 'electron';

const SETTINGS = '[data-screen="profile"] header button:enabled';
const HEADING = '[data-screen="profile"] h1';
const RIBBON = '[data-screen="profile"] figure svg';

const now = (): number => performance.timeOrigin + performance.now();
const marks: Record<string, number> = { document: now() };
addEventListener('DOMContentLoaded', () => (marks['parsed'] = now()), { once: true });

const tell = (): void => {
  ipcRenderer.send('bench:ready', now(), marks);
};

/** Every preload shares this object: the app's asks for the snapshot through it. */
const ask = ipcRenderer.invoke.bind(ipcRenderer);
ipcRenderer.invoke = (channel, ...args: unknown[]) => {
  if (channel === 'app:snapshot') marks['asked'] ??= now();
  return ask(channel, ...args);
};

/**
 * The empty app is ready when its page has loaded; ours, one frame after the profile's main control can be used and
 * its picture is there.
 */
if (location.protocol === 'file:') {
  addEventListener('load', tell, { once: true });
} else {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(SETTINGS)) return;
    marks['usable'] ??= now();
    if (!document.querySelector(HEADING) || !document.querySelector(RIBBON)) return;
    observer.disconnect();
    requestAnimationFrame(tell);
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
}

/** A bare call as a page can make it: through the bridge, as it must be for any page without Node. */
contextBridge.exposeInMainWorld('bench', { bare: () => ipcRenderer.invoke('bench:bare') });

/** Mean milliseconds of `count` bare round trips, one after the other. */
ipcRenderer.on('bench:bare-batch', (_event, count: number) => {
  void (async () => {
    const before = performance.now();
    for (let i = 0; i < count; i += 1) await ipcRenderer.invoke('bench:bare');
    ipcRenderer.send('bench:bare-batch-done', (performance.now() - before) / count);
  })();
});
