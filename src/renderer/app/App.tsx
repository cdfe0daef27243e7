import { Suspense } from 'react';
import { ProfilePage } from '../features/profile/ProfilePage';
import { useSnapshot } from '../stores/snapshot-store';
import { useUi } from '../stores/ui-store';
import { Crashed } from './Crashed';
import { ErrorBoundary } from './ErrorBoundary';
import { LiveRegion } from './LiveRegion';
import { Restoring } from './Restoring';
import { screenOf } from './screen-of';
import { screens } from './screens';

const CurrentScreen = () => {
  const snapshot = useSnapshot((state) => state.snapshot);
  const screen = useUi((ui) => screenOf(snapshot, ui.place));
  if (snapshot === null || screen === 'restoring') return <Restoring />;
  switch (screen) {
    case 'blocked':
      return <screens.blocked.Screen snapshot={snapshot} />;
    case 'profile':
      return <ProfilePage snapshot={snapshot} />;
    case 'settings':
      return <screens.settings.Screen snapshot={snapshot} />;
    case 'save-kit':
      return <screens.saveKit.Screen snapshot={snapshot} />;
    case 'open-kit':
      return <screens.openKit.Screen snapshot={snapshot} />;
    case 'partner':
      return <screens.partner.Screen snapshot={snapshot} />;
    case 'choose-start':
      return <screens.choose.Screen snapshot={snapshot} />;
    case 'hearing-test':
    case 'resume-test':
      return (
        <screens.hearingTest.Screen
          key={screen}
          snapshot={snapshot}
          isResuming={screen === 'resume-test'}
        />
      );
    case 'bring-audiogram':
      return <screens.bringAudiogram.Screen snapshot={snapshot} />;
    case 'audiogram':
      return <screens.audiogram.Screen snapshot={snapshot} />;
    case 'welcome':
    case 'what-is-kept':
    case 'year-of-birth':
    case 'too-young':
    case 'paste-key':
      return <screens.onboarding.Screen screen={screen} snapshot={snapshot} />;
    default:
      return screen satisfies never;
  }
};

/** The listener's window. */
export const App = () => (
  <ErrorBoundary fallback={<Crashed />}>
    <Suspense>
      <CurrentScreen />
    </Suspense>
    <LiveRegion />
  </ErrorBoundary>
);
