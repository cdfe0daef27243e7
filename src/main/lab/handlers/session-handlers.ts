import type { labContract } from '../../../contract/ipc/lab-contract';
import type { HandlersOf } from '../../../contract/ipc/define';
import { requireWord } from '../../handlers/require-word';
import type { Lab, LabDeps } from '../create-lab';

/** Answers the `labSession` calls. */
export const createLabSessionHandlers = (
  { session }: Lab,
  { companion }: LabDeps,
): HandlersOf<typeof labContract>['labSession'] => ({
  ...session,
  async deleteUser({ confirmation }) {
    await requireWord(companion, confirmation, 'confirm.delete');
    return session.deleteUser();
  },
});
