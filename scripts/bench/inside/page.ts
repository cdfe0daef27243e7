import { ipcRenderer } from 'electron';

const SETTINGS = '[data-screen="profile"] header button:enabled';

const tell = (): void => {
  ipcRenderer.send('bench:ready', performance.timeOrigin + performance.now());
};

/** The empty app is ready when its page has loaded; ours, one frame after the profile's main control can be used. */
if (location.protocol === 'file:') {
  addEventListener('load', tell, { once: true });
} else {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(SETTINGS)) return;
    observer.disconnect();
    requestAnimationFrame(tell);
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
}

/** Mean milliseconds of `count` bare round trips, one after the other. */
ipcRenderer.on('bench:bare-batch', (_event, count: number) => {
  void (async () => {
    const before = performance.now();
    for (let i = 0; i < count; i += 1) await ipcRenderer.invoke('bench:bare');
    ipcRenderer.send('bench:bare-batch-done', (performance.now() - before) / count);
  })();
});
