import { z } from 'zod';
import { preferencesSchema, type Preferences } from '../../contract/ipc/preferences';

const pixels = z.int().min(-100_000).max(100_000);

/** Where the window was, in device-independent pixels; null until it was moved. */
export const windowBoundsSchema = z.strictObject({
  x: pixels,
  y: pixels,
  width: z.int().min(100).max(100_000),
  height: z.int().min(100).max(100_000),
});

export type WindowBounds = z.infer<typeof windowBoundsSchema>;

/** What is remembered of one user's recovery kits; no secret. */
export const kitNoteSchema = z.strictObject({
  userId: z.string().min(1).max(200),
  /** When the newest kit was made, in milliseconds since 1970; null: none. */
  madeAt: z.int().nonnegative().nullable(),
  /** Without a kit: it was offered, and may be once more; else none is wanted. */
  isOnlyOffered: z.literal(true).optional(),
  /** When the newest test in it was taken: 0 without any; null in a kit that carries no tests. */
  newestTestAt: z.int().nonnegative().nullable(),
});

export type KitNote = z.infer<typeof kitNoteSchema>;

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  language: 'system',
  lab: false,
};

/** The settings file. What is missing has its default; what is not known makes the file a damaged one. */
export const settingsSchema = z.strictObject({
  theme: preferencesSchema.shape.theme.default(DEFAULT_PREFERENCES.theme),
  language: preferencesSchema.shape.language.default(DEFAULT_PREFERENCES.language),
  lab: preferencesSchema.shape.lab.default(DEFAULT_PREFERENCES.lab),
  windowBounds: windowBoundsSchema.nullable().default(null),
  kits: z.array(kitNoteSchema).max(1000).default([]),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Parsed settings, or null for anything the app did not write. Empty bytes are not settings. */
export const parseSettings = (bytes: Buffer): Settings | null => {
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
    if (typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__'))
      return null;
    const parsed = settingsSchema.safeParse(value);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};
