import { createMessages } from '../../src/messages/catalogue';

/** The app's words, from its own catalogue: a name on the screen and in a test cannot drift apart. */
export const say = createMessages('en');

/** The same in German. */
export const sag = createMessages('de');
