import { lazy, Suspense } from 'react';
import type { ProfileView, Snapshot } from '../../../contract/ipc/snapshot';
import { screens } from '../../app/screens';
import { useDate } from '../../app/use-date';
import { useMessages } from '../../app/use-messages';
import { Actions } from '../../components/Actions';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { goTo } from '../../stores/ui-store';
import { useReminder } from '../recovery/use-reminder';
import { basisOf } from './basis';
import { NumbersTable } from './NumbersTable';
import { ProfilePicture } from './ProfilePicture';
import { ServiceNotice } from './ServiceNotice';
import { StatusLine } from './StatusLine';
import { StorageNotice } from './StorageNotice';
import styles from './ProfilePage.module.css';

const KitReminder = lazy(() => import('../recovery/KitReminder'));
const LastStep = lazy(() => import('../recovery/LastStep'));
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

interface WaysProps {
  readonly profile: ProfileView;
  /** Something else on the page is to be done first. */
  readonly isSecond: boolean;
}

/** What can be done with the profile: look closer, or measure. Measuring is what an estimate needs most. */
const Ways = ({ profile, isSecond }: WaysProps) => {
  const messages = useMessages();
  const test = profile.status === 'ready' ? profile.profile.test : null;
  const isMeasured = test?.source === 'ptt';
  return (
    <>
      {test && (
        <Button onPress={() => goTo('audiogram')}>{messages('profile.showAudiogram')}</Button>
      )}
      <Button
        variant={isMeasured || isSecond ? 'secondary' : 'primary'}
        onPress={() => goTo('choose-start')}
      >
        {messages(isMeasured ? 'profile.again' : 'profile.measure')}
      </Button>
    </>
  );
};

/** The page the app opens on: the profile as a ribbon, where it is kept, and what needs attention. */
export const ProfilePage = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  const date = useDate();
  const { profile, unfinishedTest, storage } = snapshot;
  const { reminder, later } = useReminder(snapshot);
  const isLastStep = reminder === 'last-step';
  const ways = <Ways profile={profile} isSecond={isLastStep || unfinishedTest !== null} />;
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
      {profile.status !== 'loading' &&
        (isLastStep ? <div className="buttons">{ways}</div> : <Actions>{ways}</Actions>)}
      {profile.status === 'ready' && <NumbersTable test={profile.profile.test} />}
      {reminder === 'quiet' && (
        <Suspense>
          <KitReminder onLater={later} />
        </Suspense>
      )}
      <StatusLine snapshot={snapshot} />
      {isLastStep && (
        <Suspense>
          <LastStep isRemote={snapshot.service.kind === 'remote'} onEnd={later} />
        </Suspense>
      )}
    </Screen>
  );
};
