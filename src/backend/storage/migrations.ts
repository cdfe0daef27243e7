import { sql, type Kysely, type Migration } from 'kysely';

const initial = (pepperHex: () => string): Migration => ({
  async up(db: Kysely<unknown>) {
    const schema = db.schema;
    await schema
      .createTable('meta')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('users')
      .addColumn('user_id', 'text', (column) => column.primaryKey())
      .addColumn('id_hash', 'text', (column) => column.notNull().unique())
      .addColumn('product', 'text', (column) => column.notNull())
      .addColumn('created_at', 'integer', (column) => column.notNull())
      .addColumn('disabled_at', 'integer')
      .addColumn('year_of_birth', 'integer')
      .addColumn('profile', 'text')
      .addColumn('settings', 'text', (column) => column.notNull().defaultTo('{}'))
      .execute();
    await schema
      .createTable('tombstones')
      .addColumn('id_hash', 'text', (column) => column.primaryKey())
      .execute();
    await schema
      .createTable('sessions')
      .addColumn('session_hash', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) =>
        column.notNull().references('users.user_id').onDelete('cascade'),
      )
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('counter', 'integer', (column) => column.notNull())
      .addColumn('expires_at', 'integer', (column) => column.notNull())
      .execute();
    await schema
      .createTable('access_tokens')
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('session_hash', 'text', (column) =>
        column.references('sessions.session_hash').onDelete('cascade'),
      )
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'integer', (column) => column.notNull())
      .execute();
    await schema.createIndex('sessions_user').on('sessions').column('user_id').execute();
    await schema
      .createIndex('access_tokens_session')
      .on('access_tokens')
      .column('session_hash')
      .execute();
    await sql`CREATE TRIGGER user_leaves_tombstone AFTER DELETE ON users
      BEGIN INSERT OR IGNORE INTO tombstones (id_hash) VALUES (OLD.id_hash); END`.execute(db);
    await sql`INSERT INTO meta (key, value) VALUES ('pepper', ${pepperHex()})`.execute(db);
  },
});

/** Names of all migrations this version knows, oldest first. */
export const MIGRATION_NAMES = ['0001-initial'] as const;

/** The migrations by name. `pepperHex` makes the key of a new database: 64 hexadecimal digits. */
export const migrations = (
  pepperHex: () => string,
): Record<(typeof MIGRATION_NAMES)[number], Migration> => ({ '0001-initial': initial(pepperHex) });
