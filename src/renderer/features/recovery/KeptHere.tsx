import type { Snapshot } from '../../../contract/ipc/snapshot';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { goToSaveKit } from './kit-actions';

interface Props extends Pick<Snapshot, 'session' | 'recovery'> {
  /** Only what asks for something to be done. */
  readonly isBrief?: boolean;
}

/**
 * Says what becomes of the profile that is here already. One that is open and has no kit of today's state can be
 * saved first; one that is closed is only kept.
 */
export const KeptHere = ({ session, recovery, isBrief = false }: Props) => {
  const messages = useMessages();
  if (session.status === 'active') {
    const tail = session.user.maskedId;
    const isSafe = recovery.kit !== null && !recovery.kit.isOutdated;
    if (isBrief && isSafe) return null;
    return (
      <Notice
        name="kept-profile"
        text={messages(isSafe ? 'kit.keptActiveSafe' : 'kit.keptActive', { tail })}
      >
        {!isSafe && <Button onPress={() => goToSaveKit('open-kit')}>{messages('kit.save')}</Button>}
      </Notice>
    );
  }
  if (isBrief || session.status !== 'signed-out' || !session.keptProfile) return null;
  const tail = session.keptProfile.maskedId;
  return <Notice name="kept-profile" text={messages('kit.keptSignedOut', { tail })} />;
};
