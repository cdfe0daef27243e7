import { useState } from 'react';
import type { Comparison } from '../../../contract/ipc/partner';
import type { PartnerView } from '../../../contract/ipc/partner-view';
import type { Snapshot } from '../../../contract/ipc/snapshot';
import { useMessages } from '../../app/use-messages';
import { AccountView } from './AccountView';
import { BrowserWait } from './BrowserWait';
import { ConflictView } from './ConflictView';

interface Props extends Pick<Snapshot, 'session'> {
  readonly partner: PartnerView;
}

const PartnerScreens = ({ partner, session }: Props) => {
  const [both, setBoth] = useState<Comparison | null>(null);
  if (partner.signIn !== null) return <BrowserWait name={partner.name} phase={partner.signIn} />;
  if (both !== null && partner.status === 'conflict') {
    return <ConflictView name={partner.name} both={both} onClose={() => setBoth(null)} />;
  }
  return <AccountView partner={partner} session={session} onCompared={setBoth} />;
};

/** The account at the partner: where it stands, the wait for the browser, and two profiles to choose from. */
const PartnerPage = ({ snapshot: { partner, session } }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  if (partner === null) return <p>{messages('errors.partner/not-configured')}</p>;
  return (
    <div data-partner style={{ display: 'contents' }}>
      <PartnerScreens partner={partner} session={session} />
    </div>
  );
};

export default PartnerPage;
