import { useMessages } from '../../app/use-messages';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { unlinkAtPartner } from './partner-actions';

interface Props {
  readonly name: string;
  readonly onClose: () => void;
}

/** Says what taking the profile off the account means, and asks. */
export const UnlinkDialog = ({ name, onClose }: Props) => {
  const messages = useMessages();
  return (
    <ConfirmDialog
      does={unlinkAtPartner}
      title={messages('partner.unlinkTitle', { name })}
      body={messages('partner.unlinkBody')}
      action={messages('partner.unlink', { name })}
      onClose={onClose}
    />
  );
};
