import { lazy, Suspense } from 'react';
import { ProfilePage } from '../features/profile/ProfilePage';
import { useSnapshot } from '../stores/snapshot-store';
import { useUi } from '../stores/ui-store';
import { ErrorBoundary } from './ErrorBoundary';
import { LiveRegion } from './LiveRegion';
import { Restoring } from './Restoring';
import { screenOf } from './screen-of';

// Only the profile is in the first chunk: it is what nearly every start opens on.
const Onboarding = lazy(() => import('../features/onboarding/Onboarding'));
const Settings = lazy(() => import('../features/settings/Settings'));
const Blocked = lazy(() => import('../features/blocked/Blocked'));

const CurrentScreen = () => {
  const snapshot = useSnapshot((state) => state.snapshot);
  const screen = useUi((ui) => screenOf(snapshot, ui.place));
  if (snapshot === null || screen === 'restoring') return <Restoring />;
  switch (screen) {
    case 'blocked':
      return <Blocked snapshot={snapshot} />;
    case 'profile':
      return <ProfilePage snapshot={snapshot} />;
    case 'settings':
      return <Settings snapshot={snapshot} />;
    case 'welcome':
    case 'what-is-kept':
    case 'year-of-birth':
    case 'too-young':
    case 'paste-key':
      return <Onboarding screen={screen} snapshot={snapshot} />;
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
