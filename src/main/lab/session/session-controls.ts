import type { LabOutcomeView } from '../../../contract/ipc/lab/outcome';
import { deleteProfile } from '../../handlers/delete-profile';
import type { LabDeps } from '../create-lab';
import type { Operations } from '../operations';

/** What a tester can do to the session. Every failure is an outcome. */
export type SessionControls = Readonly<
  Record<
    'logout' | 'expireToken' | 'refuseNextRefresh' | 'reload' | 'deleteUser' | 'cancel',
    () => Promise<LabOutcomeView>
  >
>;

interface SessionControlsDeps extends Pick<LabDeps, 'companion' | 'clipboardKey' | 'network'> {
  readonly operations: Operations;
}

/** Creates the controls of the app's own session. */
export const createSessionControls = (deps: SessionControlsDeps): SessionControls => {
  const { companion, network, operations } = deps;
  const { core } = companion;
  const users = core.userController;

  /** Skipped while nobody is logged in: there is nothing to do it to. */
  const withUser = (
    operation: 'logout' | 'reload' | 'delete-user',
    work: (userId: string, signal: AbortSignal) => Promise<void>,
  ): Promise<LabOutcomeView> =>
    operations.run(operation, ({ signal }) =>
      operations.outcome(operation, async () => {
        const user = users.mimiUser.state.value;
        if (user === null) return 'Skipped';
        await work(user.userId, signal);
        return 'Success';
      }),
    );

  return {
    logout: () => withUser('logout', () => users.logout()),
    expireToken: () =>
      operations.outcome('expire-token', async () =>
        (await core.expireAccess()) ? 'Success' : 'Skipped',
      ),
    refuseNextRefresh: () =>
      operations.outcome('refuse-refresh', async () => {
        await network.refuseNextRefresh();
        return 'Success';
      }),
    reload: () => withUser('reload', (_userId, signal) => companion.refresh({ signal })),
    deleteUser: () => withUser('delete-user', (userId) => deleteProfile(deps, userId)),
    cancel: () =>
      operations.outcome('cancel', async () => (operations.cancel() ? 'Success' : 'Skipped')),
  };
};
