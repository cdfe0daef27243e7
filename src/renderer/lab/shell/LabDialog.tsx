import { useState } from 'react';
import { DialogFrame, type DialogFrameProps } from '../../components/DialogFrame';
import { useActions } from '../../stores/action-store';
import { OutcomeStrip } from './OutcomeStrip';
import { useLabMessages } from './use-lab-messages';

/** A question of the Lab. Escape and the first button leave everything as it is. */
export const LabDialog = ({
  children,
  ...frame
}: Omit<DialogFrameProps, 'role' | 'cancel' | 'below'>) => {
  const messages = useLabMessages();
  const said = useActions((actions) => actions.said);
  const [before] = useState(said);
  return (
    <DialogFrame
      {...frame}
      role="dialog"
      cancel={messages(frame.action === undefined ? 'lab.close' : 'app.cancel')}
    >
      {children}
      {said !== before && <OutcomeStrip />}
    </DialogFrame>
  );
};
