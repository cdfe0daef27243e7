import type { LabOutcomeView } from '../../../contract/ipc/lab/outcome';
import type { Companion } from '../../app/create-companion';
import type { ClipboardKey } from '../../app/clipboard-key';
import type { Clock } from '../../mimi-core/ports';
import type { LabNetwork } from '../network/lab-network';
import type { Operations } from '../operations';
import { outcomeOf } from '../outcome';

/** What a tester can do to the session. Every failure is an outcome. */
export type SessionControls = Readonly<
  Record<
    'logout' | 'expireToken' | 'refuseNextRefresh' | 'reload' | 'deleteUser' | 'cancel',
    () => Promise<LabOutcomeView>
  >
>;

interface SessionControlsDeps {
  readonly companion: Pick<Companion, 'core' | 'refresh' | 'forgetStrangers' | 'notices'>;
  readonly clipboardKey: Pick<ClipboardKey, 'clear'>;
  readonly network: Pick<LabNetwork, 'refuseNextRefresh'>;
  readonly clock: Clock;
  readonly operations: Operations;
}

/** Creates the controls of the app's own session. */
export const createSessionControls = ({
  companion,
  clipboardKey,
  network,
  clock,
  operations,
}: SessionControlsDeps): SessionControls => {
  const { core } = companion;
  const users = core.userController;

  /** Skipped while nobody is logged in: there is nothing to do it to. */
  const withUser = (work: (userId: string) => Promise<void>): Promise<LabOutcomeView> =>
    outcomeOf(clock, async () => {
      const user = users.mimiUser.state.value;
      if (user === null) return 'Skipped';
      await work(user.userId);
      return 'Success';
    });

  return {
    logout: () => operations.run('logout', () => withUser(() => users.logout())),
    expireToken: () =>
      outcomeOf(clock, async () => ((await core.expireAccess()) ? 'Success' : 'Skipped')),
    refuseNextRefresh: () =>
      outcomeOf(clock, async () => {
        await network.refuseNextRefresh();
        return 'Success';
      }),
    reload: () =>
      operations.run('reload', ({ signal }) => withUser(() => companion.refresh({ signal }))),
    deleteUser: () =>
      operations.run('delete-user', () =>
        withUser(async (userId) => {
          await users.deleteUser(userId);
          await clipboardKey.clear();
          await companion.forgetStrangers();
          companion.notices.add('profile-deleted');
        }),
      ),
    cancel: () => outcomeOf(clock, async () => (operations.cancel() ? 'Success' : 'Skipped')),
  };
};
