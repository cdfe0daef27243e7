import { useState } from 'react';
import { checkYearOfBirth, yearOfBirthRange } from '../../../contract/year-of-birth';
import { MAX_LABEL_LENGTH, MAX_NEW_USERS } from '../../../contract/lab-words';
import { Field } from '../../components/Field';
import { usePending } from '../../stores/action-store';
import { LabDialog } from '../shell/LabDialog';
import { useLabMessages } from '../shell/use-lab-messages';
import { ask } from '../stores/ids-view-store';
import { createUsers } from './actions';

/** Room for the number behind a label. */
const NUMBER_LENGTH = 4;

/** Years of the age that is filled in. */
const USUAL_AGE = 40;

/** Asks how many new users are wanted, what they are called, and when they were born. */
export const CreateDialog = () => {
  const messages = useLabMessages();
  const isRunning = usePending(createUsers);
  const [typed, setTyped] = useState('1');
  const [label, setLabel] = useState(messages('labIds.defaultLabel'));
  const count = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  const isCountFine = count >= 1 && count <= MAX_NEW_USERS;
  const thisYear = new Date().getFullYear();
  const [year, setYear] = useState(String(thisYear - USUAL_AGE));
  const isYearFine = year.trim() === '' || checkYearOfBirth(Number(year), thisYear) === 'accepted';
  const { min, max } = yearOfBirthRange(thisYear);
  const submit = (): void =>
    createUsers({
      ...{ count, label: label.trim() },
      ...(year.trim() !== '' && { yearOfBirth: Number(year) }),
    });
  return (
    <LabDialog
      title={messages('labIds.createTitle')}
      action={messages('labIds.createAction')}
      isReady={isCountFine && isYearFine}
      isRunning={isRunning}
      onSubmit={submit}
      onClose={() => ask(null)}
    >
      <Field
        label={messages('labIds.howMany')}
        hint={messages('labIds.howManyHint', { max: String(MAX_NEW_USERS) })}
        error={!isCountFine && messages('labIds.howManyHint', { max: String(MAX_NEW_USERS) })}
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
      <Field
        label={messages('labIds.yearOfBirth')}
        hint={messages('labIds.yearOfBirthHint')}
        error={!isYearFine && `${min}–${max}`}
        value={year}
        inputMode="numeric"
        maxLength={4}
        onChange={setYear}
      />
    </LabDialog>
  );
};
