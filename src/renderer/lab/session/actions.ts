import type { Result } from '../../../contract/errors';
import type { LabMessages } from '../../../messages/lab-catalogue';
import type { LabOutcomeView } from '../../../contract/ipc/lab/outcome';
import { lab } from '../shell/lab-api';
import { runLab, saidOf } from '../stores/lab-ui-store';
import { remember, useSessionView, type SessionControl } from '../stores/session-view-store';

const { labSession, labIds, lab: frame } = lab;

const CALLS: Readonly<
  Record<Exclude<SessionControl, 'deleteUser'>, () => Promise<Result<LabOutcomeView>>>
> = {
  reload: labSession.reload,
  expireToken: labSession.expireToken,
  refuseNextRefresh: labSession.refuseNextRefresh,
  swapClipboard: labIds.swapClipboard,
  logout: labSession.logout,
};

/** Why a control had nothing to do. */
export const whySkipped =
  (control: SessionControl) =>
  (messages: LabMessages): string =>
    messages(`labSession.skipped.${control === 'swapClipboard' ? 'blank' : 'noSession'}`);

const run = (
  control: SessionControl,
  call: () => Promise<Result<LabOutcomeView>>,
): Promise<LabOutcomeView | undefined> =>
  runLab(control, call, (outcome) => {
    remember(control, outcome);
    return saidOf(outcome, (messages) => messages(`labSession.${control}`), whySkipped(control));
  });

/** Asks whether the session's visible user is to be deleted for good. */
export const askDeletion = (isDeleting: boolean): void => useSessionView.setState({ isDeleting });

/** Does one thing to the session; deletion is asked about first. */
export const control = (name: SessionControl): void => {
  if (name === 'deleteUser') askDeletion(true);
  else void run(name, CALLS[name]);
};

/** Deletes the user on the service and here; `confirmation` is the word typed. */
export const deleteUser = async (confirmation: string): Promise<void> => {
  const outcome = await run('deleteUser', () => labSession.deleteUser({ confirmation }));
  if (outcome) askDeletion(false);
};

/** Why a sandbox is refused, as it concerns what was typed: the usual words are about the service in use. */
const REFUSALS = {
  'config/invalid': (messages: LabMessages) => messages('labSession.refusal.config/invalid'),
  'service/offline': (messages: LabMessages) => messages('labSession.refusal.service/offline'),
  'service/misconfigured': (messages: LabMessages) =>
    messages('labSession.refusal.service/misconfigured'),
  'service/bad-response': (messages: LabMessages) =>
    messages('labSession.refusal.service/bad-response'),
};

/** Uses a sandbox: proved, written down, then the app starts again. */
export const chooseSandbox = (sandbox: Parameters<typeof frame.useSandbox>[0]): void =>
  void runLab('service', () => frame.useSandbox(sandbox), undefined, REFUSALS);

/** Uses the service inside the app, which starts again. */
export const chooseEmbedded = (): void => void runLab('service', frame.useEmbedded);
