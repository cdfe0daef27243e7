import { setFlagsFromString } from 'node:v8';
import { config } from 'zod';

/** Loaded before any schema is made: compiling each one's parser costs a start more than these few readings save. */
config({ jitless: true });

/** Main waits far more than it computes: V8 gives back the code it has not run for a while instead of keeping all. */
setFlagsFromString('--optimize-for-size');
