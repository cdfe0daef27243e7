import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { AppError, toAppError } from '../../contract/errors';
import type { contract } from '../../contract/ipc/contract';
import type { HandlersOf } from '../../contract/ipc/define';
import { MIN_PASSPHRASE_LENGTH, passphraseLength } from '../../contract/passphrase';
import type { Companion } from '../app/create-companion';
import type { Desktop } from '../app/desktop';
import { EMBEDDED_SERVICE } from '../app/embedded-service';
import { writeExport } from '../app/write-export';
import { createInTurn } from '../files/in-turn';
import { Cancelled } from '../mimi-core/cancellation';
import { MimiAuthRoute } from '../mimi-core/mimi-auth-route';
import { deriveKitKey, openKit, sealKit, type DeriveKey } from '../recovery/kit';
import type { KitContent } from '../recovery/kit-content';
import { parseKit, type SealedKit } from '../recovery/kit-header';
import { kitOfUser, newestTestAt } from '../recovery/kit-of-user';
import { readKitFile } from '../recovery/read-kit-file';

interface RecoveryHandlersDeps {
  readonly companion: Companion;
  readonly desktop: Desktop;
  /** The slow derivation, unless something quicker will do. */
  readonly deriveKey?: DeriveKey;
}

/** Ending of a kit's file name. */
const EXTENSION = 'mimikit';

/** Logs a kit's profile in: proven first, then switched to. */
const bringIn = async (
  companion: Companion,
  { service, anonymousId, yearOfBirth, data }: KitContent,
  signal: AbortSignal,
): Promise<string> => {
  const users = companion.core.userController;
  // Only the service inside the app can have lost what a kit holds; a remote one is never told to make a user.
  const isOwnData = data !== null && service === EMBEDDED_SERVICE;
  const bring = () =>
    isOwnData
      ? users.bringBack(anonymousId, { yearOfBirth, ...data }, { signal })
      : users.authenticate(MimiAuthRoute.LoginAnonymously(anonymousId), { signal });
  const user = await bring().catch(async (thrown: unknown) => {
    // Data of profiles nobody here has the key to must not stand in the way.
    const isUnreadable = toAppError(thrown).code === 'service/data-unreadable';
    if (!isUnreadable || !(await companion.startServiceAnew())) throw thrown;
    return bring();
  });
  return user.userId;
};

/** Answers the `recovery` calls. Loaded at the first of them, with everything a kit needs. */
export const createRecoveryHandlers = ({
  companion,
  desktop,
  deriveKey = deriveKitKey,
}: RecoveryHandlersDeps): HandlersOf<typeof contract>['recovery'] => {
  const { core, recovery } = companion;
  // One derivation at a time: each takes 128 MiB.
  const inTurn = createInTurn();
  let chosen: SealedKit | null = null;
  let running: AbortController | null = null;

  const messagesNow = async () => {
    const { createMessages } = await import('../../messages/catalogue');
    return createMessages(companion.snapshot().language);
  };

  /** The kit is there already: that it could not be noted is no failure of it. */
  const note = (userId: string, madeAt: number, content: KitContent): Promise<void> =>
    recovery.notes
      .hasKit(userId, { madeAt, newestTestAt: newestTestAt(content) })
      .catch(() => undefined);

  const restore = async (kit: SealedKit, passphrase: string, signal: AbortSignal) => {
    const content = await inTurn(() => openKit(kit, passphrase, deriveKey));
    if (signal.aborted) return 'cancelled';
    if (content.service !== recovery.service) throw new AppError('kit/other-service');
    const current = core.userController.mimiUser.state.value?.anonymousId;
    const userId = await bringIn(companion, content, signal);
    await note(userId, kit.madeAt, content);
    chosen = null;
    return current === content.anonymousId ? 'already-open' : 'restored';
  };

  return {
    async saveKit({ passphrase }) {
      if (passphraseLength(passphrase) < MIN_PASSPHRASE_LENGTH) {
        throw new AppError('kit/passphrase-too-short');
      }
      const content = await kitOfUser(companion);
      const messages = await messagesNow();
      const madeAt = recovery.now();
      const day = new Date(madeAt).toLocaleDateString('sv-SE');
      const file = await desktop.chooseSaveFile(
        messages('dialogs.kitTitle'),
        `${messages('dialogs.kitFileName')}-${day}.${EXTENSION}`,
      );
      if (file === null) return 'cancelled';
      const kit = await inTurn(() =>
        sealKit(content, passphrase, { randomBytes, madeAt, deriveKey }),
      );
      await writeExport(file, kit);
      await note(content.userId, madeAt, content);
      return 'saved';
    },
    async chooseKit() {
      const messages = await messagesNow();
      const file = await desktop.chooseOpenFile(messages('dialogs.openKitTitle'), EXTENSION);
      if (file === null) return 'cancelled';
      // One that cannot be read leaves the one chosen before, which the page still shows.
      const kit = parseKit(await readKitFile(file));
      chosen = kit;
      return { fileName: basename(file).slice(0, 255), madeAt: kit.madeAt };
    },
    async restoreKit({ passphrase }) {
      if (chosen === null) throw new AppError('kit/none-chosen');
      const controller = new AbortController();
      running = controller;
      try {
        return await restore(chosen, passphrase, controller.signal);
      } catch (thrown) {
        if (thrown instanceof Cancelled) return 'cancelled';
        throw thrown;
      } finally {
        if (running === controller) running = null;
      }
    },
    cancel: () => running?.abort(),
    async dismissReminder() {
      const userId = core.userController.mimiUser.state.value?.userId;
      if (userId !== undefined) await recovery.notes.dismissReminder(userId);
    },
  };
};
