import type { Result } from '../../../contract/errors';
import type { LabMessages } from '../../../messages/lab-catalogue';
import type { LabOutcomeView } from '../../../contract/ipc/lab/outcome';
import { action, type Action } from '../../app/action';
import { lab } from '../shell/lab-api';
import { refused, saidOf } from '../shell/lab-said';
import { remember, useSessionView, type SessionControl } from '../stores/session-view-store';

const { labSession, labIds, lab: frame } = lab;

/** Why a control had nothing to do. */
export const whySkipped =
  (control: SessionControl) =>
  (messages: LabMessages): string =>
    messages(`labSession.skipped.${control === 'swapClipboard' ? 'blank' : 'noSession'}`);

const controlling = <I>(
  name: SessionControl,
  call: (input: I) => Promise<Result<LabOutcomeView>>,
): Action<I> =>
  action(name, call, (outcome) => {
    remember(name, outcome);
    return saidOf(outcome, (messages) => messages(`labSession.${name}`), whySkipped(name));
  });

/** What is done to the session at once. */
export const CONTROLS: Readonly<Record<Exclude<SessionControl, 'deleteUser'>, Action>> = {
  reload: controlling('reload', labSession.reload),
  expireToken: controlling('expireToken', labSession.expireToken),
  refuseNextRefresh: controlling('refuseNextRefresh', labSession.refuseNextRefresh),
  swapClipboard: controlling('swapClipboard', labIds.swapClipboard),
  logout: controlling('logout', labSession.logout),
};

/** Asks whether the session's visible user is to be deleted for good. */
export const askDeletion = (isDeleting: boolean): void => useSessionView.setState({ isDeleting });

/** Deletes the user on the service and here; `confirmation` is the word typed. */
export const deleteUser = controlling('deleteUser', (confirmation: string) =>
  labSession.deleteUser({ confirmation }),
);

/** Why a sandbox is refused, as it concerns what was typed: the usual words are about the service in use. */
const REFUSALS = {
  'config/invalid': refused((messages) => messages('labSession.refusal.config/invalid')),
  'service/offline': refused((messages) => messages('labSession.refusal.service/offline')),
  'service/misconfigured': refused((messages) =>
    messages('labSession.refusal.service/misconfigured'),
  ),
  'service/bad-response': refused((messages) =>
    messages('labSession.refusal.service/bad-response'),
  ),
};

/** Uses a sandbox: proved, written down, then the app starts again. */
export const chooseSandbox = action('service', frame.useSandbox, undefined, REFUSALS);

/** Uses the service inside the app, which starts again. */
export const chooseEmbedded = action('service', frame.useEmbedded);
