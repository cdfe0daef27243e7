/** Levels the speech-like noise can have: RMS in dB relative to that of a full-scale sine. */
export const SPEECH_LEVEL_DB_FS = { least: -70, most: -22 } as const;
