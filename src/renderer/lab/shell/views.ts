import { lazyScreen } from '../../app/lazy-screen';

/** The views, each in a chunk of its own. */
export const VIEWS = {
  ids: lazyScreen(async () => ({ default: (await import('../ids/IdsView')).IdsView })),
  session: lazyScreen(async () => ({
    default: (await import('../session/SessionView')).SessionView,
  })),
  timeline: lazyScreen(async () => ({
    default: (await import('../timeline/TimelineView')).TimelineView,
  })),
  network: lazyScreen(async () => ({
    default: (await import('../network/NetworkView')).NetworkView,
  })),
  scenarios: lazyScreen(async () => ({
    default: (await import('../scenarios/ScenariosView')).ScenariosView,
  })),
  soak: lazyScreen(async () => ({ default: (await import('../soak/SoakView')).SoakView })),
};
