/** Tables of the service. Times are integer milliseconds since 1970, JSON is text; both fit PostgreSQL too. */
export interface Schema {
  /** `pepper`: 32 random bytes in hex that every hash in this database is keyed with. The rest: see migrations.ts, live-store.ts. */
  meta: { key: string; value: string };
  users: UserRow;
  /** Hashes of deleted ids; a trigger writes them, so no deletion can leave without one. */
  tombstones: { id_hash: string };
  hearing_tests: HearingTestRow;
  deleted_hearing_tests: { user_id: string; id: string; deleted_at: number };
  sessions: SessionRow;
  /** `session_hash` null: a client's own token, which can only register users. */
  access_tokens: {
    token_hash: string;
    session_hash: string | null;
    client_id: string;
    expires_at: number;
  };
}

/** A user. There is no column that could make one named: no e-mail, no password, no kind. */
export interface UserRow {
  user_id: string;
  id_hash: string;
  product: string;
  created_at: number;
  /** Set by an operator only; no endpoint writes it. */
  disabled_at: number | null;
  year_of_birth: number | null;
  settings: string;
}

/** A hearing test of a user, as JSON. `deleted_hearing_tests` holds ids only: no id is ever stored again. */
export interface HearingTestRow {
  user_id: string;
  id: string;
  taken_at: number;
  body: string;
}

/** One login. `counter` is the number of the refresh token that is active now, since `rotated_at`. */
export interface SessionRow {
  session_hash: string;
  user_id: string;
  client_id: string;
  counter: number;
  rotated_at: number;
  expires_at: number;
}
