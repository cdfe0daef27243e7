import type { MimiApi } from './api/mimi-api';
import type { RecordStore } from './ports';
import type { Session } from './session';
import type { TokenKeeper } from './token-keeper';

/** The parts of a running engine that its operations work with. */
export interface Engine {
  readonly session: Session;
  readonly api: MimiApi;
  readonly keeper: TokenKeeper;
  readonly store: RecordStore;
  /** Runs operations one at a time, after restoring. Errors: session/cancelled, session/disposed. */
  readonly inTurn: <T>(operation: () => Promise<T>, signal?: AbortSignal) => Promise<T>;
}
