import { allowKeyFile } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { ConfirmDialog } from '../../components/ConfirmDialog';

/** Explains what keeping the key in a file means, and asks. */
const WeakerProtection = ({ onClose }: { readonly onClose: () => void }) => {
  const messages = useMessages();
  return (
    <ConfirmDialog
      does={allowKeyFile}
      title={messages('storage.weakerTitle')}
      body={messages('storage.weakerBody')}
      action={messages('storage.weakerConfirm')}
      variant="primary"
      onClose={onClose}
    />
  );
};

export default WeakerProtection;
