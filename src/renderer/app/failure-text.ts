import type { WireError } from '../../contract/errors';
import type { Messages } from '../../messages/catalogue';

/** A failure in words, with the time to wait where the service named one. */
export const failureText = (messages: Messages, error: WireError): string => {
  const sentence = messages(`errors.${error.code}`);
  if (!error.retryAfterMs) return sentence;
  return `${sentence} ${messages('app.retryAfter', { seconds: Math.ceil(error.retryAfterMs / 1000) })}`;
};
