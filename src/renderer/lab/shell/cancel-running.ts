import { action } from '../../app/action';
import { lab } from './lab-api';
import { saidOf } from './lab-said';

/** Withdraws what the Lab runs; what was withdrawn says so itself. */
export const cancelRunning = action('cancel', lab.labSession.cancel, (outcome) =>
  outcome.type === 'Success' ? null : saidOf(outcome, (messages) => messages('lab.cancel')),
);
