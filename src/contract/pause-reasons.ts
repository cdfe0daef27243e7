/** Why a running hearing test stands still. */
export const PAUSE_REASONS = [
  'by-person',
  /** Pressed in silence: the person is told to press only on hearing. */
  'pressed-in-silence',
  'device-changed',
  'volume-changed',
] as const;

export type PauseReason = (typeof PAUSE_REASONS)[number];
