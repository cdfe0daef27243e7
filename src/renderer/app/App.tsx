import { Suspense, useEffect } from 'react';
import { ProfilePage } from '../features/profile/ProfilePage';
import { useSnapshot } from '../stores/snapshot-store';
import { useUi } from '../stores/ui-store';
import { ErrorBoundary } from './ErrorBoundary';
import { lazyScreen } from './lazy-screen';
import { LiveRegion } from './LiveRegion';
import { Restoring } from './Restoring';
import { screenOf } from './screen-of';

// Only the profile is in the first chunk: it is what nearly every start opens on.
const onboarding = lazyScreen(() => import('../features/onboarding/Onboarding'));
const settings = lazyScreen(() => import('../features/settings/Settings'));
const blocked = lazyScreen(() => import('../features/blocked/Blocked'));

/** Fetches the screens a click away, once the first one stands and nothing else is to be done. */
const usePreload = (isReady: boolean): void => {
  useEffect(() => {
    if (!isReady) return undefined;
    const request = requestIdleCallback(() => {
      void settings.preload();
      void onboarding.preload();
    });
    return () => cancelIdleCallback(request);
  }, [isReady]);
};

const CurrentScreen = () => {
  const snapshot = useSnapshot((state) => state.snapshot);
  const screen = useUi((ui) => screenOf(snapshot, ui.place));
  usePreload(screen !== 'restoring');
  if (snapshot === null || screen === 'restoring') return <Restoring />;
  switch (screen) {
    case 'blocked':
      return <blocked.Screen snapshot={snapshot} />;
    case 'profile':
      return <ProfilePage snapshot={snapshot} />;
    case 'settings':
      return <settings.Screen snapshot={snapshot} />;
    case 'welcome':
    case 'what-is-kept':
    case 'year-of-birth':
    case 'too-young':
    case 'paste-key':
      return <onboarding.Screen screen={screen} snapshot={snapshot} />;
    default:
      return screen satisfies never;
  }
};

/** The listener's window. */
export const App = () => (
  <ErrorBoundary>
    <Suspense>
      <CurrentScreen />
    </Suspense>
    <LiveRegion />
  </ErrorBoundary>
);
