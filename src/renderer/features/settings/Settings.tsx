import type { Snapshot } from '../../../contract/ipc/snapshot';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Screen } from '../../components/Screen';
import { goTo } from '../../stores/ui-store';
import { StorageNotice } from '../profile/StorageNotice';
import { AboutSection } from './AboutSection';
import { AppearanceSection } from './AppearanceSection';
import { DataSection } from './DataSection';
import { KitSection } from '../recovery/KitSection';
import { PartnerSection } from '../partner/PartnerSection';
import { LabSection } from './LabSection';
import { KeySection } from './KeySection';

/** The profile key, how the app looks, the person's data, and help. */
const Settings = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  const { session } = snapshot;
  if (session.status !== 'active') return null;
  return (
    <Screen
      name="settings"
      layout="page"
      title={messages('settings.title')}
      aside={<Button onPress={() => goTo(null)}>{messages('settings.done')}</Button>}
    >
      <StorageNotice storage={snapshot.storage} />
      <KeySection maskedId={session.user.maskedId} />
      <KitSection recovery={snapshot.recovery} service={snapshot.service} />
      {snapshot.partner && <PartnerSection partner={snapshot.partner} />}
      <AppearanceSection preferences={snapshot.preferences} />
      <DataSection
        isRemote={snapshot.service.kind === 'remote'}
        unsentTests={session.unsentTests}
      />
      <LabSection isOn={snapshot.preferences.lab} />
      <AboutSection versions={snapshot.versions} />
    </Screen>
  );
};

export default Settings;
