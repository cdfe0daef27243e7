import { AppError, toAppError } from '../../contract/errors';
import { orCancelled } from './cancellation';
import type { Creation } from './creation';
import type { Engine } from './engine';
import type { RecordsRead } from './ports';
import { publishedUser } from './own-records';
import { EMPTY_RECORDS } from './records';
import type { Session } from './session';

const read = async ({ store, session }: Engine): Promise<RecordsRead> => {
  try {
    // A keyring may ask the person first; whoever ends the app meanwhile does not wait for the answer.
    return await orCancelled(store.read(), session.ended);
  } catch {
    // A store that cannot even tell is as good as one whose content cannot be read: nothing is created.
    return { status: 'unreadable' };
  }
};

/** Takes a session from Restoring to where the records say it was; tells what is left to do with the service. */
const restoreFrom = (found: RecordsRead, session: Session) => {
  if (found.status !== 'absent' && found.status !== 'present') {
    const blockedBy = `secrets/${found.status}` as const;
    session.adopt(blockedBy);
    session.take('restored', 'not-readable', { cause: new AppError(blockedBy) });
    return 'nothing';
  }
  session.adopt(found.status === 'present' ? found.records : EMPTY_RECORDS);
  const { current, pending } = session.own;
  if (current !== null && current.signedOut === null) {
    const hasSession = current.tokens !== null;
    const user = publishedUser(current);
    session.take('restored', hasSession ? 'session' : 'id-without-session', { user });
    return hasSession ? 'nothing' : 'log-in';
  }
  // A creation begun after the last session ended; logging out gives up any earlier one.
  session.take('restored', pending === null ? 'nobody' : 'pending');
  return pending === null ? 'nothing' : 'register';
};

/** One silent login for an id that has no session; observers learn how it ended. */
const logInSilently = async ({ session, keeper }: Engine): Promise<void> => {
  try {
    await keeper.renew();
    session.take('reloaded', 'confirmed');
  } catch (thrown) {
    if (session.user !== null) {
      session.take('reload-failed', 'asked', { cause: toAppError(thrown) });
    }
  }
};

/**
 * Creates what reads the records, in its turn and after `before`. It resolves once the session is where they
 * say, without the network. What is left to do then is done for nobody, and where nobody is logged in before anything
 * else that waits: a creation begun must not meet another one, nor a login.
 */
export const createRestoring =
  (engine: Engine, creation: Creation) =>
  (before: () => Promise<boolean>): Promise<void> =>
    new Promise((resolve, reject) => {
      const restore = async (): Promise<void> => {
        const left = (await before()) ? restoreFrom(await read(engine), engine.session) : 'nothing';
        resolve();
        if (left === 'log-in') await logInSilently(engine);
        if (left === 'register') await creation.finish(null);
        else if (engine.session.user !== null) void creation.finishBeside();
      };
      engine.inTurn(restore).catch(reject);
    });
