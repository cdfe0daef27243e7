import { useState, type SyntheticEvent } from 'react';
import type { SessionView } from '../../../contract/ipc/snapshot';
import { checkYearOfBirth, yearOfBirthRange } from '../../../contract/year-of-birth';
import { cancel, createProfile, submitYearOfBirth } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { Actions } from '../../components/Actions';
import { Button } from '../../components/Button';
import { Field } from '../../components/Field';
import { Screen } from '../../components/Screen';
import { usePending } from '../../stores/action-store';
import { goTo } from '../../stores/ui-store';
import { SessionFailure } from './SessionFailure';
import styles from './Onboarding.module.css';

interface Props {
  readonly session: SessionView;
  /** A year given before, to be confirmed or changed. */
  readonly pendingYear: number | null;
}

/** Asks for the year of birth and makes the profile; for a user without one it only gives the year. */
export const YearOfBirth = ({ session, pendingYear }: Props) => {
  const messages = useMessages();
  const [text, setText] = useState(pendingYear === null ? '' : String(pendingYear));
  const [outOfRange, setOutOfRange] = useState(false);
  const creating = usePending(createProfile);
  // The year is known, and what there is to show is being asked: the screen waits with it.
  const isOpening = session.status === 'active' && session.user.yearOfBirth !== null;
  // Until the creation is over the screen stays what it was, though the user may be there already.
  const hasUser = session.status === 'active' && !creating && !isOpening;
  const submitting = usePending(submitYearOfBirth);
  const running =
    creating ||
    submitting ||
    isOpening ||
    (session.status !== 'restoring' && session.loading.status === 'in-progress');
  const currentYear = new Date().getFullYear();
  const { min, max } = yearOfBirthRange(currentYear);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const year = /^\d{4}$/.test(text.trim()) ? Number(text) : Number.NaN;
    const check = checkYearOfBirth(year, currentYear);
    setOutOfRange(check === 'out-of-range');
    if (check === 'too-young') goTo('too-young');
    if (check !== 'accepted' || running) return;
    goTo('year-of-birth');
    if (hasUser) submitYearOfBirth({ yearOfBirth: year });
    else createProfile({ yearOfBirth: year });
  };

  return (
    <Screen
      name="year-of-birth"
      title={messages('year.title')}
      lead={messages('year.lead')}
      aside={
        hasUser && <Button onPress={() => goTo('settings')}>{messages('profile.settings')}</Button>
      }
    >
      {pendingYear !== null && !creating && !isOpening && <p>{messages('year.resumed')}</p>}
      <form className={styles['form']} onSubmit={submit} noValidate>
        <Field
          label={messages('year.label')}
          hint={messages('year.hint')}
          value={text}
          onChange={setText}
          inputMode="numeric"
          maxLength={4}
          error={outOfRange && messages('year.outOfRange', { min: String(min), max: String(max) })}
        />
        <SessionFailure session={session} />
        <Actions>
          <Button variant="primary" type="submit" isPending={running}>
            {messages(hasUser ? 'year.submit' : 'year.create')}
          </Button>
          {running && !isOpening && <Button onPress={cancel}>{messages('app.cancel')}</Button>}
          {!running && !hasUser && (
            <Button variant="quiet" onPress={() => goTo('what-is-kept')}>
              {messages('app.back')}
            </Button>
          )}
        </Actions>
      </form>
    </Screen>
  );
};
