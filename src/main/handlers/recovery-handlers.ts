import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../../contract/errors';
import type { contract } from '../../contract/ipc/contract';
import type { HandlersOf } from '../../contract/ipc/define';
import { MIN_PASSPHRASE_LENGTH, passphraseLength } from '../../contract/passphrase';
import type { Companion } from '../app/create-companion';
import type { Desktop } from '../app/desktop';
import { messagesNow } from '../app/messages-now';
import { saveAs } from '../app/write-export';
import { createInTurn } from '../files/in-turn';
import { Cancelled } from '../mimi-core/cancellation';
import { bringIn } from '../recovery/bring-in';
import { openKit, sealKit } from '../recovery/kit';
import type { KitContent } from '../recovery/kit-content';
import { isKit, MAX_KIT_BYTES, parseKit, type SealedKit } from '../recovery/kit-header';
import { kitOfUser, newestTestAt } from '../recovery/kit-of-user';
import { derivePassphraseKey, type DeriveKey } from '../recovery/passphrase-file';
import type { PrintKitPage } from '../recovery/print-kit-page';
import { readChosenFile } from '../recovery/read-chosen-file';
import { MAX_PICTURE_BYTES, type FindCodes } from '../recovery/read-picture';
import { createCancellable } from './cancellable';
import { createOpenPicture } from './open-picture';
import { createSavePage, dayOf } from './save-page';

interface RecoveryHandlersDeps {
  readonly companion: Companion;
  readonly desktop: Desktop;
  readonly printPage: PrintKitPage;
  readonly findCodes: FindCodes;
  /** The slow derivation, unless something quicker will do. */
  readonly deriveKey?: DeriveKey;
}

/** Ending of a kit's file name. */
const EXTENSION = 'mimikit';
/** Endings of pictures; what a file really is, its first bytes say. */
const PICTURES = ['png', 'jpg', 'jpeg', 'webp'];

/** Answers the `recovery` calls. Loaded at the first of them, with everything a kit needs. */
export const createRecoveryHandlers = ({
  companion,
  desktop,
  printPage,
  findCodes,
  deriveKey = derivePassphraseKey,
}: RecoveryHandlersDeps): HandlersOf<typeof contract>['recovery'] => {
  const { core, recovery } = companion;
  // One derivation at a time: each takes 128 MiB.
  const inTurn = createInTurn();
  let chosen: SealedKit | null = null;
  const { run, cancel } = createCancellable();

  const openPicture = createOpenPicture(companion, findCodes);

  const cancellable = <T>(work: (signal: AbortSignal) => Promise<T>) =>
    run((signal) =>
      work(signal).catch((thrown: unknown) => {
        if (thrown instanceof Cancelled || signal.aborted) return 'cancelled' as const;
        throw thrown;
      }),
    );

  /** Keeps a kit for `restoreKit`. One that cannot be read leaves the one chosen before, which the page still shows. */
  const take = (path: string, bytes: Buffer) => {
    const kit = parseKit(bytes);
    chosen = kit;
    return { fileName: basename(path).slice(0, 255), madeAt: kit.madeAt };
  };

  /** The kit is there already: that it could not be noted is no failure of it. */
  const note = (userId: string, madeAt: number, content: KitContent): Promise<void> =>
    recovery.notes
      .hasKit(userId, { madeAt, newestTestAt: newestTestAt(content) }, recovery.now())
      .catch(() => undefined);

  const restore = async (kit: SealedKit, passphrase: string, signal: AbortSignal) => {
    const content = await inTurn(() => openKit(kit, passphrase, deriveKey));
    if (signal.aborted) return 'cancelled';
    if (content.service !== recovery.service) throw new AppError('kit/other-service');
    const current = core.userController.mimiUser.state.value?.anonymousId;
    const userId = await bringIn(companion, content, signal);
    await note(userId, kit.madeAt, content);
    // Another one chosen meanwhile is the one the page shows.
    if (chosen === kit) chosen = null;
    return current === content.anonymousId ? 'already-open' : 'restored';
  };

  const currentUserId = () => core.userController.mimiUser.state.value?.userId;

  return {
    async saveKit({ passphrase }) {
      if (passphraseLength(passphrase) < MIN_PASSPHRASE_LENGTH) {
        throw new AppError('kit/passphrase-too-short');
      }
      const content = await kitOfUser(companion);
      const messages = await messagesNow(companion);
      const madeAt = recovery.now();
      const fileName = `${messages('dialogs.kitFileName')}-${dayOf(madeAt)}.${EXTENSION}`;
      const outcome = await saveAs(desktop, messages('dialogs.kitTitle'), fileName, () =>
        inTurn(() => sealKit(content, passphrase, { randomBytes, madeAt, deriveKey })),
      );
      if (outcome === 'saved') await note(content.userId, madeAt, content);
      return outcome;
    },
    async chooseKit() {
      const messages = await messagesNow(companion);
      const file = await desktop.chooseOpenFile(messages('dialogs.openKitTitle'), [EXTENSION]);
      if (file === null) return 'cancelled';
      return take(file, await readChosenFile(file, MAX_KIT_BYTES, 'kit/too-large'));
    },
    savePage: createSavePage({ companion, desktop, printPage }),
    async openPicture() {
      const messages = await messagesNow(companion);
      const file = await desktop.chooseOpenFile(messages('dialogs.openPictureTitle'), PICTURES);
      if (file === null) return 'cancelled';
      const bytes = await readChosenFile(file, MAX_PICTURE_BYTES, 'picture/too-large');
      return cancellable((signal) => openPicture(bytes, signal));
    },
    async openDropped({ path }) {
      const tooLarge = path.endsWith(`.${EXTENSION}`) ? 'kit/too-large' : 'picture/too-large';
      const bytes = await readChosenFile(path, MAX_KIT_BYTES, tooLarge);
      if (isKit(bytes)) return { type: 'kit', kit: take(path, bytes) };
      return {
        type: 'picture',
        outcome: await cancellable((signal) => openPicture(bytes, signal)),
      };
    },
    async restoreKit({ passphrase }) {
      const kit = chosen;
      if (kit === null) throw new AppError('kit/none-chosen');
      return cancellable((signal) => restore(kit, passphrase, signal));
    },
    cancel,
    async lastStepSeen() {
      const userId = currentUserId();
      if (userId !== undefined) await recovery.notes.lastStepSeen(userId);
    },
    async dismissReminder() {
      const userId = currentUserId();
      if (userId !== undefined) await recovery.notes.dismissReminder(userId);
    },
  };
};
