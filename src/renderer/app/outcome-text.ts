import type { WireError } from '../../contract/errors';
import type { Messages } from '../../messages/catalogue';
import type { Outcome } from '../stores/ui-store';

/** A failure in words, with the time to wait where the service named one. */
export const failureText = (messages: Messages, error: WireError): string => {
  const sentence = messages(`errors.${error.code}`);
  if (!error.retryAfterMs) return sentence;
  return `${sentence} ${messages('app.retryAfter', { seconds: Math.ceil(error.retryAfterMs / 1000) })}`;
};

/** How an action ended, in words. */
export const outcomeText = (messages: Messages, outcome: Outcome): string => {
  switch (outcome.type) {
    case 'failed':
      return failureText(messages, outcome.error);
    case 'copied':
      return messages('key.copied', { seconds: String(outcome.seconds) });
    case 'said':
      return messages(outcome.key);
    default:
      return outcome satisfies never;
  }
};
