import { z } from 'zod';
import { invoke } from './define';

/** What a person chose about the app itself. Never a secret. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en', 'de']),
  /** Whether the Session Lab, the testers' window, can be opened. */
  lab: z.boolean(),
});

export type Preferences = z.infer<typeof preferencesSchema>;

export const preferences = {
  /** Changes the preferences named; the others stay. The new snapshot arrives as an event. */
  update: invoke(preferencesSchema.partial(), z.void()),
};
