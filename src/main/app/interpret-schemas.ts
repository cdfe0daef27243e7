import { config } from 'zod';

/** Loaded before any schema is made: compiling each one's parser costs a start more than these few readings save. */
config({ jitless: true });
