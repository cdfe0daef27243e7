import { AppError } from '../../contract/errors';
import { readingsOf } from '../../hearing/readings';
import type { Companion } from '../app/create-companion';
import type { Desktop } from '../app/desktop';
import { messagesNow } from '../app/messages-now';
import { saveAs } from '../app/write-export';
import type { PrintKitPage } from '../recovery/print-kit-page';

interface SavePageDeps {
  readonly companion: Companion;
  readonly desktop: Desktop;
  readonly printPage: PrintKitPage;
}

/** Local day of a time as file names have it. */
export const dayOf = (time: number): string => new Date(time).toLocaleDateString('sv-SE');

/** Asks where and writes the current user's recovery page there, as a PDF file for its owner alone. */
export const createSavePage =
  ({ companion, desktop, printPage }: SavePageDeps) =>
  async (): Promise<'saved' | 'cancelled'> => {
    const user = companion.core.userController.mimiUser.state.value;
    if (!user) throw new AppError('session/no-user');
    const { profile, language, service } = companion.snapshot();
    const messages = await messagesNow(companion);
    const madeAt = companion.recovery.now();
    const fileName = `${messages('dialogs.pageFileName')}-${dayOf(madeAt)}.pdf`;
    return saveAs(desktop, messages('dialogs.pageTitle'), fileName, () =>
      printPage({
        anonymousId: user.anonymousId,
        audiogram: profile.status === 'ready' ? readingsOf(profile.profile.test.ears) : null,
        host: service.host,
        appName: messages('app.name'),
        ...{ madeAt, language },
      }),
    );
  };
