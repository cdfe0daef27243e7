import type { LabOutcomeView } from '../../../contract/ipc/lab/outcome';
import type { LabMessages } from '../../../messages/lab-catalogue';
import type { Said } from '../../stores/action-store';
import { labMessagesIn } from './lab-messages-in';

type Say = (messages: LabMessages) => string;

const inTone =
  (tone: Said['tone']) =>
  (say: Say): Said => ({ tone, say: (language) => say(labMessagesIn(language)) });

/** Says that something ended well. */
export const done = inTone('done');

/** Says something that is neither good nor bad. */
export const plain = inTone('plain');

/** Says why something was refused. */
export const refused = inTone('danger');

const TONES = { Success: 'done', Failure: 'danger', Skipped: 'plain', Cancelled: 'plain' } as const;

/**
 * An outcome as the guide names it, with its reason and the time it took. `what` names what was done, `whySkipped`
 * why it was not.
 */
export const saidOf = ({ type, code, ms }: LabOutcomeView, what: Say, whySkipped?: Say): Said =>
  inTone(TONES[type])(
    (messages) =>
      messages('lab.told', { type, what: what(messages), ms: String(Math.round(ms)) }) +
      (code === null ? '' : ` ${messages(`errors.${code}`)}`) +
      (type === 'Skipped' && whySkipped ? ` ${whySkipped(messages)}` : ''),
  );
