import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds after the first screen: what a start asks for has been done by then. */
const RESTING_MS = 3_000;

type Collect = (options: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void;

// V8 gives compiled code up that two collections (not six) found unused: main does many things once and then rests.
setFlagsFromString('--bytecode-old-age=2');

// Starting takes more heap than resting: this collection, once, hands the free pages back to the system (6 MiB).
setTimeout(() => {
  setFlagsFromString('--expose-gc');
  // Not there in an engine that names it otherwise: then the memory stays, and nothing fails.
  const collect = runInNewContext('globalThis.gc') as Collect | undefined;
  setFlagsFromString('--no-expose-gc');
  collect?.({ type: 'major', flavor: 'last-resort' });
}, RESTING_MS).unref();
