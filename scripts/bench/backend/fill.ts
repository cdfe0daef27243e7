import { randomUUID } from 'node:crypto';
import { openDatabase, type StorageDeps } from '../../../src/backend/storage/open-database';

const BATCH = 500;

/** Makes accounts in a new database, each with one session: what so many registrations would have left there. */
export const fill = async (deps: StorageDeps, accounts: number): Promise<void> => {
  const opened = await openDatabase(deps);
  if (opened === null) throw new Error('The database cannot be opened');
  const { store } = opened;
  for (let made = 0; made < accounts; made += BATCH) {
    const users = Array.from({ length: Math.min(BATCH, accounts - made) }, () => ({
      user_id: randomUUID(),
      id_hash: store.keys.hash('anonymous-id', randomUUID()),
      product: 'bench',
      created_at: store.now(),
      settings: '{}',
    }));
    const sessions = users.map(({ user_id: userId }) => ({
      session_hash: store.keys.hash('session', store.keys.newSecret()),
      user_id: userId,
      client_id: 'bench',
      counter: 0,
      rotated_at: store.now(),
      expires_at: store.now() + 90 * 24 * 3_600_000,
    }));
    await store.write(async (trx) => {
      await trx.insertInto('users').values(users).execute();
      await trx.insertInto('sessions').values(sessions).execute();
    });
  }
  await opened.close();
};
