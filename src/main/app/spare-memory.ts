import { setFlagsFromString } from 'node:v8';

/** V8 gives compiled code up that two collections (not six) found unused: main does many things once and then rests. */
setFlagsFromString('--bytecode-old-age=2');
