import type { SessionView, Snapshot } from '../../../contract/ipc/snapshot';
import { PasteKey } from './PasteKey';
import { TooYoung } from './TooYoung';
import { Welcome } from './Welcome';
import { WhatIsKept } from './WhatIsKept';
import { YearOfBirth } from './YearOfBirth';

interface Props {
  readonly screen: 'welcome' | 'what-is-kept' | 'year-of-birth' | 'too-young' | 'paste-key';
  readonly snapshot: Snapshot;
}

/** A year already given and not yet confirmed by the service. */
const pendingYear = (session: SessionView): number | null =>
  session.status === 'signed-out' || session.status === 'active'
    ? session.pendingYearOfBirth
    : null;

/** The way from the first start, or from a key, to a profile. */
const Onboarding = ({ screen, snapshot }: Props) => {
  const { session } = snapshot;
  switch (screen) {
    case 'welcome':
      return session.status === 'signed-out' && <Welcome session={session} />;
    case 'what-is-kept':
      return <WhatIsKept storage={snapshot.storage} service={snapshot.service} />;
    case 'year-of-birth':
      return <YearOfBirth session={session} pendingYear={pendingYear(session)} />;
    case 'too-young':
      return <TooYoung hasUser={session.status === 'active'} />;
    case 'paste-key':
      return <PasteKey {...snapshot} />;
    default:
      return screen satisfies never;
  }
};

export default Onboarding;
