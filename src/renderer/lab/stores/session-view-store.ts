import { create } from 'zustand';
import type { LabOutcomeView } from '../../../contract/ipc/lab/outcome';

/** What a tester can do to the session, by name. */
export const SESSION_CONTROLS = [
  'reload',
  'expireToken',
  'refuseNextRefresh',
  'swapClipboard',
  'logout',
  'deleteUser',
] as const;
export type SessionControl = (typeof SESSION_CONTROLS)[number];

interface SessionViewState {
  /** How each ended last, in this window. */
  readonly last: Partial<Readonly<Record<SessionControl, LabOutcomeView>>>;
  readonly isDeleting: boolean;
}

/** What the session view remembers while other views are shown. */
export const useSessionView = create<SessionViewState>(() => ({ last: {}, isDeleting: false }));

/** Keeps how a control ended. */
export const remember = (control: SessionControl, outcome: LabOutcomeView): void =>
  useSessionView.setState(({ last }) => ({ last: { ...last, [control]: outcome } }));
