import { app } from './app';
import type { ApiOf } from './define';
import { partner } from './partner';
import { preferences } from './preferences';
import { recovery } from './recovery';
import { session } from './session';
import { tests } from './tests';

/** Everything that crosses the process border between the listener's window and main. */
export const contract = { app, session, preferences, tests, recovery, partner };

/** `window.companion` in the listener's window. */
export type CompanionApi = ApiOf<typeof contract>;
