/** Sets of faults with a name, as they come together in life. */
export const FAULT_PRESETS = ['train-tunnel', 'hotel-wifi', 'service-down', 'flaky'] as const;

export type FaultPreset = (typeof FAULT_PRESETS)[number];

/** How an event of the timeline ended; `note` where nothing could fail. */
export const ROW_OUTCOMES = ['note', 'ok', 'failed'] as const;

export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Events on one page of the timeline. */
export const TIMELINE_PAGE = 2_000;

/** Most swaps, swaps a second and ids of a soak. */
export const SOAK_LIMITS = { swaps: 100_000, perSecond: 100, ids: 50 } as const;

/** Most ids the Lab keeps. */
export const MAX_LAB_IDS = 20_000;
/** Most characters of a label. */
export const MAX_LABEL_LENGTH = 80;
/** Most users created by one call. */
export const MAX_NEW_USERS = 500;
