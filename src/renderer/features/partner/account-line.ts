import type { PartnerView } from '../../../contract/ipc/partner-view';
import type { Messages } from '../../../messages/catalogue';

/** Who is signed in at the partner, in words. */
export const accountLine = (messages: Messages, { status, account, name }: PartnerView): string => {
  if (status === 'signed-out') return messages('partner.signedOut', { name });
  return account === null
    ? messages('partner.asUnnamed', { name })
    : messages('partner.as', { name, account });
};
