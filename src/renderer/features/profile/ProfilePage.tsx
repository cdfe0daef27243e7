import { lazy, Suspense } from 'react';
import type { ProfileView, Snapshot } from '../../../contract/ipc/snapshot';
import { screens } from '../../app/screens';
import { useDate } from '../../app/use-date';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { goTo } from '../../stores/ui-store';
import { basisOf } from './basis';
import { NumbersTable } from './NumbersTable';
import { ProfilePicture } from './ProfilePicture';
import { ServiceNotice } from './ServiceNotice';
import { StatusLine } from './StatusLine';
import { StorageNotice } from './StorageNotice';
import styles from './ProfilePage.module.css';

const KitReminder = lazy(() => import('../recovery/KitReminder'));
const UnfinishedTest = lazy(() => import('../choose-start/UnfinishedTest'));

/** Fetched when the person is about to go there: held for a day unused it would only cost memory. */
const fetchSettings = (): void => void screens.settings.preload();

const Picture = ({ profile }: { readonly profile: ProfileView }) => {
  const messages = useMessages();
  switch (profile.status) {
    case 'ready':
      return <ProfilePicture test={profile.profile.test} />;
    case 'loading':
      return (
        <div className={styles['waiting']} aria-busy="true">
          <span className="visually-hidden">{messages('profile.waiting')}</span>
        </div>
      );
    case 'none':
    case 'unavailable':
      return null; // The service notice says why.
    default:
      return profile satisfies never;
  }
};

/** What can be done with the profile: look closer, or measure. Measuring is what an estimate needs most. */
const Actions = ({ profile }: { readonly profile: ProfileView }) => {
  const messages = useMessages();
  const test = profile.status === 'ready' ? profile.profile.test : null;
  if (profile.status === 'loading') return null;
  return (
    <div className={styles['actions']}>
      {test && (
        <Button onPress={() => goTo('audiogram')}>{messages('profile.showAudiogram')}</Button>
      )}
      <Button
        variant={test?.source === 'ptt' ? 'secondary' : 'primary'}
        onPress={() => goTo('choose-start')}
      >
        {messages(test?.source === 'ptt' ? 'profile.again' : 'profile.measure')}
      </Button>
    </div>
  );
};

/** The page the app opens on: the profile as a ribbon, where it is kept, and what needs attention. */
export const ProfilePage = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  const date = useDate();
  const { profile, unfinishedTest, recovery, storage } = snapshot;
  return (
    <Screen
      name="profile"
      layout="page"
      title={messages('profile.title')}
      {...(profile.status === 'ready' && {
        lead: basisOf(messages, profile.profile.test, date),
      })}
      aside={
        <Button
          onHoverStart={fetchSettings}
          onFocus={fetchSettings}
          onPress={() => goTo('settings')}
        >
          {messages('profile.settings')}
        </Button>
      }
    >
      <div className={styles['attention']}>
        <StorageNotice storage={storage} />
        <ServiceNotice snapshot={snapshot} />
        {unfinishedTest && (
          <Suspense>
            <UnfinishedTest test={unfinishedTest} />
          </Suspense>
        )}
      </div>
      <Picture profile={profile} />
      <Actions profile={profile} />
      {profile.status === 'ready' && <NumbersTable test={profile.profile.test} />}
      {/* Where the key is not kept at all, the notice above says what to do. */}
      {recovery.isReminderDue && storage.protection !== 'memory' && (
        <Suspense>
          <KitReminder />
        </Suspense>
      )}
      <StatusLine snapshot={snapshot} />
    </Screen>
  );
};
