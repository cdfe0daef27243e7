import type { contract } from '../../contract/ipc/contract';
import type { HandlersOf } from '../../contract/ipc/define';
import type { Companion } from '../app/create-companion';
import type { Desktop } from '../app/desktop';

interface PartnerHandlersDeps {
  readonly companion: Companion;
  readonly desktop: Pick<Desktop, 'openExternal' | 'writeClipboard'>;
}

/** Answers the `partner` calls. */
export const createPartnerHandlers = ({
  companion,
  desktop,
}: PartnerHandlersDeps): HandlersOf<typeof contract>['partner'] => {
  const partner = () => companion.partner.loaded();
  const open = (url: string): Promise<void> => desktop.openExternal(url);
  return {
    signIn: async () => (await partner()).signIn(open),
    openAgain: async () => (await partner()).openAgain(open),
    copyAddress: async () => (await partner()).copyAddress((url) => desktop.writeClipboard(url)),
    cancelSignIn: async () => (await partner()).cancelSignIn(),
    look: async () => (await partner()).look(),
    openAccountProfile: async () => (await partner()).openAccountProfile(),
    store: async () => (await partner()).store(),
    compare: async () => (await partner()).compare(),
    choose: async ({ profile }) => (await partner()).choose(profile),
    unlink: async () => (await partner()).unlink(),
    async signOut({ profile }) {
      const left = await (await partner()).signOut(profile === 'remove');
      if (profile === 'keep' || left === null) return;
      await companion.core.userController.removeFromComputer(left);
      await companion.forgetStrangers();
      companion.notices.add('profile-removed');
    },
  };
};
