import type { WireError } from '../../contract/errors';
import type { Messages } from '../../messages/catalogue';
import type { Said } from '../stores/action-store';
import { failureText } from './failure-text';
import { messagesIn } from './messages-in';

/** Says that something ended well. */
export const done = (say: (messages: Messages) => string): Said => ({
  tone: 'done',
  say: (language) => say(messagesIn(language)),
});

/** Said of what the person stopped, which is no failure. */
export const CANCELLED = done((messages) => messages('app.cancelled'));

/** Says why something failed. */
export const failed = (error: WireError): Said =>
  error.code === 'session/cancelled'
    ? CANCELLED
    : { tone: 'danger', say: (language) => failureText(messagesIn(language), error) };
