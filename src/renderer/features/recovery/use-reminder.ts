import { useState } from 'react';
import type { Snapshot } from '../../../contract/ipc/snapshot';
import { useKitStore } from './kit-store';

/**
 * What is to be said of keeping the profile, and how to put it off until the next start. Main counts the last step as
 * seen at once; here it stands until it is answered or its page is left.
 */
export const useReminder = ({
  session,
  recovery,
  storage,
  unfinishedTest,
}: Pick<Snapshot, 'session' | 'recovery' | 'storage' | 'unfinishedTest'>) => {
  const userId = session.status === 'active' ? session.user.userId : null;
  const [stepFor, setStepFor] = useState<string | null>(null);
  // With a test to go on with, the last step is not there yet.
  if (recovery.isLastStep && unfinishedTest === null && stepFor !== userId) setStepFor(userId);
  const isLater = useKitStore(({ laterFor }) => laterFor === userId);
  // Where the key is not kept at all, the storage notice says what to do.
  const isDue = recovery.isReminderDue && !isLater && storage.protection !== 'memory';
  const later = (): void => useKitStore.setState({ laterFor: userId });
  if (!isDue) return { reminder: null, later };
  return { reminder: stepFor === userId ? 'last-step' : 'quiet', later } as const;
};
