import { useEffect, useEffectEvent } from 'react';

type PageEvents = WindowEventMap & Pick<DocumentEventMap, 'visibilitychange'>;

/** Calls each of these with every event of its name anywhere in the window; which names there are never changes. */
export const usePageEvents = (listeners: {
  readonly [K in keyof PageEvents]?: (event: PageEvents[K]) => void;
}): void => {
  const tell = useEffectEvent((event: Event): void => {
    const all = listeners as Readonly<Record<string, ((event: Event) => void) | undefined>>;
    all[event.type]?.(event);
  });
  const names = useEffectEvent(() => Object.keys(listeners));
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const listen = (event: Event): void => tell(event);
    for (const name of names()) window.addEventListener(name, listen, { signal });
    return () => leaving.abort();
  }, []);
};

/** Esc and a hidden window stop what is heard. */
export const useStops = (stop: () => void): void =>
  usePageEvents({
    keydown: ({ key }) => {
      if (key === 'Escape') stop();
    },
    visibilitychange: () => {
      if (document.visibilityState === 'hidden') stop();
    },
  });
