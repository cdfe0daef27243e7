import { z } from 'zod';
import { event, invoke } from './define';
import { snapshotSchema } from './snapshot';

/** Pages outside the app, by key: a window can never name a URL. */
export const EXTERNAL_LINKS = {
  guide:
    'https://mimihearingtechnologies.github.io/SDK-Android/11.0.1/custom-authentication/anonymous-user-id-authentication/',
  iso7029: 'https://www.iso.org/standard/42916.html',
} as const;

export const app = {
  /** The current snapshot. Subscribe to `changed` first and drop older revisions. */
  snapshot: invoke(z.void(), snapshotSchema),
  /** A new snapshot was made. */
  changed: event(snapshotSchema),
  /** Opens one of the known pages in the person's browser. */
  openLink: invoke(z.strictObject({ link: z.enum(['guide', 'iso7029']) }), z.void()),
  /** Copies a redacted report: versions, states and codes; no id, no path, no free text. */
  copyReport: invoke(z.void(), z.void()),
  /** Ends the app and starts it again, for a keyring that was unlocked meanwhile. */
  relaunch: invoke(z.void(), z.void()),
  /** Takes a notice off the screen. */
  dismissNotice: invoke(z.strictObject({ id: z.string().max(64) }), z.void()),
};
