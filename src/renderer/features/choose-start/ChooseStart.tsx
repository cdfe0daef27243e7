import type { Snapshot } from '../../../contract/ipc/snapshot';
import { storeEstimate } from '../../app/actions';
import { screens } from '../../app/screens';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { usePending } from '../../stores/action-store';
import { goTo } from '../../stores/ui-store';
import { Ribbon } from '../profile/Ribbon';
import { StorageNotice } from '../profile/StorageNotice';
import styles from './ChooseStart.module.css';
import { ChartPicture, HALF_FOUND, MedianPicture } from './illustrations';
import UnfinishedTest from './UnfinishedTest';
import { Way } from './Way';

/** The three ways to a profile: at the end of onboarding, and again from the profile. */
const ChooseStart = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  const pending = usePending(storeEstimate);
  const { profile, unfinishedTest } = snapshot;
  const isFirst = profile.status === 'none';
  return (
    <Screen
      name="choose-start"
      title={messages(isFirst ? 'choose.title' : 'choose.titleAgain')}
      lead={messages(isFirst ? 'choose.lead' : 'choose.leadAgain')}
      aside={
        isFirst ? (
          <Button onPress={() => goTo('settings')}>{messages('profile.settings')}</Button>
        ) : (
          <Button onPress={() => goTo(null)}>{messages('app.back')}</Button>
        )
      }
    >
      <StorageNotice storage={snapshot.storage} />
      {unfinishedTest && <UnfinishedTest test={unfinishedTest} />}
      <div className={styles['ways']}>
        <Way
          title={messages('choose.test')}
          line={messages('choose.testLine')}
          recommended={messages('choose.recommended')}
          picture={<Ribbon audiogram={HALF_FOUND} isOutlined />}
          onHoverStart={() => void screens.hearingTest.preload()}
          onPress={() => goTo('hearing-test')}
        />
        <Way
          title={messages('choose.bring')}
          line={messages('choose.bringLine')}
          picture={<ChartPicture />}
          onHoverStart={() => void screens.bringAudiogram.preload()}
          onPress={() => goTo('bring-audiogram')}
        />
        <Way
          title={messages('choose.estimate')}
          line={messages('choose.estimateLine')}
          picture={<MedianPicture />}
          isPending={pending}
          onPress={() => storeEstimate()}
        />
      </div>
    </Screen>
  );
};

export default ChooseStart;
