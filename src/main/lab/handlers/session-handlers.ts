import { AppError } from '../../../contract/errors';
import type { labContract } from '../../../contract/ipc/lab-contract';
import type { HandlersOf } from '../../../contract/ipc/define';
import type { Lab, LabDeps } from '../create-lab';

/** Answers the `labSession` calls. */
export const createLabSessionHandlers = (
  { session }: Lab,
  { companion }: LabDeps,
): HandlersOf<typeof labContract>['labSession'] => ({
  logout: () => session.logout(),
  expireToken: () => session.expireToken(),
  refuseNextRefresh: () => session.refuseNextRefresh(),
  reload: () => session.reload(),
  async deleteUser({ confirmation }) {
    const { createMessages } = await import('../../../messages/catalogue');
    const expected = createMessages(companion.snapshot().language)('confirm.delete');
    if (confirmation.trim().toUpperCase() !== expected) {
      throw new AppError('input/confirmation-mismatch');
    }
    return session.deleteUser();
  },
  cancel: () => session.cancel(),
});
