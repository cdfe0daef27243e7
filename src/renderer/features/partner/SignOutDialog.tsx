import { useState } from 'react';
import { useMessages } from '../../app/use-messages';
import { Choice } from '../../components/Choice';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { signOutAtPartner } from './partner-actions';

interface Props {
  readonly name: string;
  readonly hasProfile: boolean;
  /** The account has the profile that is open here. */
  readonly canRemove: boolean;
  readonly onClose: () => void;
}

/** Asks what shall become of the profile here, and signs out. */
export const SignOutDialog = ({ name, hasProfile, canRemove, onClose }: Props) => {
  const messages = useMessages();
  const [profile, setProfile] = useState<'keep' | 'remove'>('keep');
  const body = hasProfile && canRemove ? 'partner.signOutBody' : 'partner.signOutPlain';
  return (
    <ConfirmDialog
      does={signOutAtPartner(profile)}
      title={messages('partner.signOutTitle', { name })}
      body={messages(body, { name })}
      action={messages('partner.signOut', { name })}
      variant={profile === 'remove' ? 'danger' : 'primary'}
      onClose={onClose}
    >
      {hasProfile && canRemove && (
        <Choice
          label={messages('partner.profileHere')}
          value={profile}
          options={[
            ['keep', messages('partner.keepProfile')],
            ['remove', messages('partner.removeProfile')],
          ]}
          onChange={setProfile}
        />
      )}
    </ConfirmDialog>
  );
};
