import type { ProfileView, Snapshot } from '../../../contract/ipc/snapshot';
import { goTo } from '../../stores/ui-store';
import { screens } from '../../app/screens';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { ProfilePicture } from './ProfilePicture';
import { ServiceNotice } from './ServiceNotice';
import { StatusLine } from './StatusLine';
import { StorageNotice } from './StorageNotice';
import styles from './ProfilePage.module.css';

/** Fetched when the person is about to go there: held for a day unused it would only cost memory. */
const fetchSettings = (): void => void screens.settings.preload();

const Picture = ({ profile }: { readonly profile: ProfileView }) => {
  const messages = useMessages();
  switch (profile.status) {
    case 'ready':
      return <ProfilePicture profile={profile.profile} />;
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

/** The page the app opens on: the profile as a ribbon, where it is kept, and what needs attention. */
export const ProfilePage = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  const { profile } = snapshot;
  return (
    <Screen
      name="profile"
      layout="page"
      title={messages('profile.title')}
      {...(profile.status === 'ready' && {
        lead: messages('profile.basis', { year: String(profile.profile.yearOfBirth) }),
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
        <StorageNotice storage={snapshot.storage} />
        <ServiceNotice snapshot={snapshot} />
      </div>
      <Picture profile={profile} />
      <StatusLine snapshot={snapshot} />
    </Screen>
  );
};
