import { fromGroups } from '../../contract/anonymous-id';
import { AppError, toAppError } from '../../contract/errors';
import type { contract } from '../../contract/ipc/contract';
import type { HandlersOf } from '../../contract/ipc/define';
import { CLIPBOARD_SECONDS, type ClipboardKey } from '../app/clipboard-key';
import type { Companion } from '../app/create-companion';
import type { Desktop } from '../app/desktop';
import { messagesNow } from '../app/messages-now';
import { saveAs } from '../app/write-export';
import type { MimiAnonLoginResult } from '../mimi-core/mimi-auth-manager';
import { MimiAuthRoute } from '../mimi-core/mimi-auth-route';
import { createCancellable } from './cancellable';
import { deleteProfile } from './delete-profile';
import { requireAcceptedYear } from './require-accepted-year';
import { requireWord } from './require-word';

interface SessionHandlersDeps {
  readonly companion: Companion;
  readonly desktop: Desktop;
  readonly clipboardKey: ClipboardKey;
}

/** How a login ended, for the window: a failure becomes the call's error. */
const outcomeOf = (result: MimiAnonLoginResult): 'success' | 'skipped' | 'cancelled' => {
  switch (result.type) {
    case 'Success':
      return 'success';
    case 'Skipped':
      return 'skipped';
    case 'Cancelled':
      return 'cancelled';
    case 'Failure':
      throw result.exception;
  }
};

/** Answers the `session` calls. One operation at a time can be cancelled: the last one begun. */
export const createSessionHandlers = ({
  companion,
  desktop,
  clipboardKey,
}: SessionHandlersDeps): HandlersOf<typeof contract>['session'] => {
  const { core, authManager } = companion;
  const users = core.userController;
  const { run: cancellable, cancel } = createCancellable();

  const currentUser = () => {
    const user = users.mimiUser.state.value;
    if (!user) throw new AppError('session/no-user');
    return user;
  };

  return {
    async createProfile({ yearOfBirth }) {
      requireAcceptedYear(yearOfBirth, companion.currentYear());
      await core.ready;
      // Only beside a profile that is kept a new one is asked for; else whoever is there is the one.
      const view = users.sessionView.state;
      const newProfile = view.status === 'signed-out' && view.keptProfile !== null;
      const route = MimiAuthRoute.Anonymously({ newProfile, yearOfBirth });
      const create = (): Promise<unknown> =>
        cancellable((signal) => users.authenticate(route, { signal }));
      await create().catch(async (thrown: unknown) => {
        // Data of profiles nobody here has the key to must not stand in the way of a new one.
        const isUnreadable = toAppError(thrown).code === 'service/data-unreadable';
        if (!isUnreadable || !(await companion.startServiceAnew())) throw thrown;
        await create();
      });
      if (currentUser().yearOfBirth === yearOfBirth) return;
      await cancellable((signal) => users.submitYearOfBirth(yearOfBirth, { signal }));
    },
    async continueKeptProfile() {
      await cancellable((signal) => users.authenticate(MimiAuthRoute.Anonymously(), { signal }));
      return 'success' as const;
    },
    async pasteAnonymousId() {
      const result = await cancellable(async (signal) => {
        const pasted = fromGroups((await desktop.readClipboard()).trim());
        return authManager.authenticateAnonymousUser(pasted, { signal });
      });
      return outcomeOf(result);
    },
    async submitYearOfBirth({ yearOfBirth }) {
      requireAcceptedYear(yearOfBirth, companion.currentYear());
      await cancellable((signal) => users.submitYearOfBirth(yearOfBirth, { signal }));
    },
    cancel,
    refresh: () => companion.refresh(),
    retryStorage: () => users.retryStorage(),
    async startOver({ confirmation }) {
      await requireWord(companion, confirmation, 'confirm.startOver');
      await users.startOver();
    },
    allowKeyFile: () => companion.secrets.allowKeyFile(),
    async copyAnonymousId() {
      await clipboardKey.copy(currentUser().anonymousId);
      return { clearsAfterSeconds: CLIPBOARD_SECONDS };
    },
    async exportData() {
      currentUser();
      const data = await users.exportUser();
      const messages = await messagesNow(companion);
      const fileName = `${messages('dialogs.exportFileName')}.json`;
      return saveAs(desktop, messages('dialogs.exportTitle'), fileName, async () =>
        JSON.stringify(data, null, 2),
      );
    },
    async removeFromComputer() {
      await users.removeFromComputer(currentUser().userId);
      clipboardKey.release();
      await companion.forgetStrangers();
      companion.notices.add('profile-removed');
    },
    async deleteProfile({ confirmation }) {
      await requireWord(companion, confirmation, 'confirm.delete');
      await deleteProfile({ companion, clipboardKey }, currentUser().userId);
    },
  };
};
