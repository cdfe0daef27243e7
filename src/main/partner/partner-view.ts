import type { ErrorCode } from '../../contract/errors';
import type { PartnerView } from '../../contract/ipc/partner-view';
import type { LinkState } from '../mimi-core/account-link';
import { isSameAccount } from '../mimi-core/partner-records';
import type { Association } from './association-client';

interface ViewInput {
  readonly name: string;
  readonly state: LinkState;
  /** What the account has; undefined while that is not known. */
  readonly found: Association | null | undefined;
  readonly signIn: PartnerView['signIn'];
  readonly trouble: ErrorCode | null;
}

const statusWithoutUser = (
  isOpening: boolean,
  found: ViewInput['found'],
): PartnerView['status'] => {
  if (found === null) return 'ready';
  if (isOpening) return 'opening';
  return found === undefined ? 'checking' : 'available';
};

const statusOf = ({ state, found }: ViewInput): PartnerView['status'] => {
  const { user, isWaiting, partner } = state;
  const { account } = partner;
  if (account === null) return 'signed-out';
  if (account.tokens === null) return 'expired';
  if (user === null) return statusWithoutUser(account.isOpening, found);
  if (found && found.anonymousId !== user.anonymousId) return 'conflict';
  if (isWaiting) return 'waiting';
  const link = partner.links.find((each) => isSameAccount(each, account));
  if (link?.userId === user.userId && found !== null) return 'linked';
  if (found === undefined) return 'checking';
  return found === null ? 'unlinked' : 'linked';
};

/** Derives what a window sees; pure. No id, no token and no address is in it. */
export const viewPartner = (input: ViewInput): PartnerView => {
  const { name, state, signIn, trouble } = input;
  return {
    name,
    status: statusOf(input),
    account: state.partner.account?.name ?? null,
    signIn,
    belongsToOther: state.belongsToOther,
    trouble,
  };
};

/** What is shown before anything is known. */
export const unknownPartner = (name: string): PartnerView => ({
  name,
  status: 'checking',
  account: null,
  signIn: null,
  belongsToOther: false,
  trouble: null,
});
