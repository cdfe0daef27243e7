import { create } from 'zustand';
import type { ErrorCode, Result } from '../../../contract/errors';
import type { LabOutcomeView } from '../../../contract/ipc/lab/outcome';
import type { LabMessages } from '../../../messages/lab-catalogue';

/** The Lab's views, in the order of the rail and of their shortcuts. */
export const LAB_VIEWS = ['ids', 'session', 'timeline', 'network', 'scenarios', 'soak'] as const;
export type LabViewName = (typeof LAB_VIEWS)[number];

/** How the last action ended. Its words are made when they are shown, in the language then in use. */
export interface LabSaid {
  /** Not shown: what is on the screen says it already. */
  readonly isAloudOnly?: true;
  readonly tone: 'done' | 'danger' | 'plain';
  readonly say: (messages: LabMessages) => string;
}

interface LabUiState {
  readonly view: LabViewName;
  /** Names of the actions that run; each at most once at a time. */
  readonly pending: readonly string[];
  readonly said: LabSaid | null;
}

/** What belongs to this window alone and is lost with it. */
export const useLabUi = create<LabUiState>(() => ({ view: 'ids', pending: [], said: null }));

/** Shows another view and leaves behind what was said at the last one. */
export const goToView = (view: LabViewName): void => useLabUi.setState({ view, said: null });

/** Says how something ended, on the screen and aloud; null takes it off. */
export const tell = (said: LabSaid | null): void => useLabUi.setState({ said });

/** True while the action of that name runs. */
export const useLabPending = (name: string): boolean =>
  useLabUi(({ pending }) => pending.includes(name));

/**
 * An outcome as the guide names it, with its reason and the time it took. `what` names what was done, `whySkipped`
 * why it was not.
 */
export const saidOf = (
  { type, code, ms }: LabOutcomeView,
  what: (messages: LabMessages) => string,
  whySkipped?: (messages: LabMessages) => string,
): LabSaid => ({
  tone: type === 'Success' ? 'done' : type === 'Failure' ? 'danger' : 'plain',
  say: (messages) =>
    messages('lab.told', { type, what: what(messages), ms: String(Math.round(ms)) }) +
    (code === null ? '' : ` ${messages(`errors.${code}`)}`) +
    (type === 'Skipped' && whySkipped ? ` ${whySkipped(messages)}` : ''),
});

/**
 * Runs an action once at a time: started again meanwhile it does nothing. A failure, in the words of `why` where it has
 * some, or what `told` makes of the answer, is said. Resolves with the answer's value, or undefined when there is none.
 */
export const runLab = async <T>(
  name: string,
  call: () => Promise<Result<T>>,
  told: (value: T) => LabSaid | null = () => null,
  why: Partial<Record<ErrorCode, LabSaid['say']>> = {},
): Promise<T | undefined> => {
  if (useLabUi.getState().pending.includes(name)) return undefined;
  useLabUi.setState(({ pending }) => ({ pending: [...pending, name], said: null }));
  const answer = await call().catch((): Result<T> => ({
    ok: false,
    error: { code: 'ipc/internal' },
  }));
  const said = answer.ok ? told(answer.value) : failed(answer.error.code, why);
  useLabUi.setState(({ pending }) => ({
    pending: pending.filter((other) => other !== name),
    said,
  }));
  return answer.ok ? answer.value : undefined;
};

const failed = (code: ErrorCode, why: Partial<Record<ErrorCode, LabSaid['say']>>): LabSaid => ({
  tone: 'danger',
  say: why[code] ?? ((messages) => messages(`errors.${code}`)),
});
