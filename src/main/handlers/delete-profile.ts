import type { ClipboardKey } from '../app/clipboard-key';
import type { Companion } from '../app/create-companion';

interface DeleteProfileDeps {
  readonly companion: Pick<Companion, 'core' | 'forgetStrangers' | 'notices'>;
  readonly clipboardKey: Pick<ClipboardKey, 'clear'>;
}

/** Deletes who is logged in, on the service and with all that is here. Errors: as `deleteUser` of the user controller. */
export const deleteProfile = async (
  { companion, clipboardKey }: DeleteProfileDeps,
  userId: string,
): Promise<void> => {
  await companion.core.userController.deleteUser(userId);
  await clipboardKey.clear();
  await companion.forgetStrangers();
  companion.notices.add('profile-deleted');
};
