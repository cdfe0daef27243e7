import { runLab, saidOf } from '../stores/lab-ui-store';
import { lab } from './lab-api';

/** Withdraws what the Lab runs; what was withdrawn says so itself. */
export const cancelRunning = (): void =>
  void runLab('cancel', lab.labSession.cancel, (outcome) =>
    outcome.type === 'Success' ? null : saidOf(outcome, (messages) => messages('lab.cancel')),
  );
