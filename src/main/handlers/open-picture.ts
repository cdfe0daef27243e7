import { AppError } from '../../contract/errors';
import type { PictureOutcome } from '../../contract/ipc/recovery';
import type { Companion } from '../app/create-companion';
import { readPicture, type FindCodes } from '../recovery/read-picture';

/** Reads the id in a picture and logs it in: proven first, then switched to. Errors: picture/*, session/*, service/*. */
export const createOpenPicture =
  ({ core, authManager }: Pick<Companion, 'core' | 'authManager'>, findCodes: FindCodes) =>
  async (bytes: Buffer, signal: AbortSignal): Promise<PictureOutcome> => {
    const id = await readPicture(bytes, findCodes, signal);
    const before = core.userController.mimiUser.state.value?.anonymousId;
    const result = await authManager.authenticateAnonymousUser(id, { signal });
    switch (result.type) {
      case 'Success':
        return before === id ? 'already-open' : 'opened';
      case 'Cancelled':
        return 'cancelled';
      case 'Failure':
        throw result.exception;
      case 'Skipped':
        throw new AppError('picture/not-a-key');
    }
  };
