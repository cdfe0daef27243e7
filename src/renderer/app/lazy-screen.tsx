import { lazy, useState, type ComponentType } from 'react';

interface Module<P> {
  readonly default: ComponentType<P>;
}

/**
 * A screen in a chunk of its own. Fetched ahead with `preload`, it shows at once; React's `lazy` alone would
 * leave the window blank for up to 300 ms even then.
 */
export const lazyScreen = <P extends object>(load: () => Promise<Module<P>>) => {
  let loaded: ComponentType<P> | null = null;
  const preload = async (): Promise<Module<P>> => {
    const module = await load();
    loaded = module.default;
    return module;
  };
  const Lazy: ComponentType<P> = lazy(preload);

  const Screen = (props: P) => {
    // Chosen once a mount, so that a chunk arriving later does not mount the screen anew.
    const [Chosen] = useState<ComponentType<P>>(() => loaded ?? Lazy);
    return <Chosen {...props} />;
  };
  return { Screen, preload };
};
