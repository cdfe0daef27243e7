import { useState } from 'react';
import { MAX_LABEL_LENGTH, MAX_NEW_USERS } from '../../../contract/lab-words';
import { Field } from '../../components/Field';
import { LabDialog } from '../shell/LabDialog';
import { useLabMessages } from '../shell/use-lab-messages';
import { ask } from '../stores/ids-view-store';
import { useLabPending } from '../stores/lab-ui-store';
import { createUsers } from './actions';

/** Room for the number behind a label. */
const NUMBER_LENGTH = 4;

/** Asks how many new users are wanted and what they are called. */
export const CreateDialog = () => {
  const messages = useLabMessages();
  const isRunning = useLabPending('createUsers');
  const [typed, setTyped] = useState('1');
  const [label, setLabel] = useState(messages('labIds.defaultLabel'));
  const count = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  const isReady = count >= 1 && count <= MAX_NEW_USERS;
  return (
    <LabDialog
      title={messages('labIds.createTitle')}
      action={messages('labIds.createAction')}
      isReady={isReady}
      isRunning={isRunning}
      onSubmit={() => createUsers(count, label.trim())}
      onClose={() => ask(null)}
    >
      <Field
        label={messages('labIds.howMany')}
        hint={messages('labIds.howManyHint', { max: String(MAX_NEW_USERS) })}
        error={!isReady && messages('labIds.howManyHint', { max: String(MAX_NEW_USERS) })}
        value={typed}
        inputMode="numeric"
        maxLength={4}
        autoFocus
        onChange={setTyped}
      />
      <Field
        label={messages('labIds.column.label')}
        hint={messages('labIds.labelHint')}
        value={label}
        maxLength={MAX_LABEL_LENGTH - NUMBER_LENGTH}
        onChange={setLabel}
      />
    </LabDialog>
  );
};
