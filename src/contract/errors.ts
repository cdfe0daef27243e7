/**
 * Every failure the app can tell of, as `area/reason`. A code is all that crosses a border: words come
 * from the message catalogue, so no message can carry a secret.
 */
export const ERROR_CODES = [
  // session: what the session engine refuses
  'session/already-started',
  'session/anonymous-only-required',
  'session/invalid-id-format',
  'session/unknown-id',
  'session/user-deleted',
  'session/user-disabled',
  'session/no-user',
  'session/invariant-violation',
  'session/storage-blocked',
  'session/forcibly-logged-out',
  'session/superseded',
  'session/cancelled',
  'session/disposed',
  // service: what reaching the service can end in
  'service/offline',
  'service/timeout',
  'service/rate-limited',
  'service/unavailable',
  'service/bad-response',
  'service/misconfigured',
  'service/invalid-request',
  'service/conflict',
  'service/data-unreadable',
  // secrets: what reading or writing the secret store can end in
  'secrets/locked',
  'secrets/unreadable',
  'secrets/newer-version',
  'secrets/write-failed',
  'secrets/no-keyring',
  // input: what a person entered
  'input/year-out-of-range',
  'input/too-young',
  'input/confirmation-mismatch',
  // tests: what hearing tests can end in
  'tests/unknown-test',
  'tests/none-unfinished',
  'tests/none-running',
  'tests/stale-answer',
  'tests/no-year-of-birth',
  'tests/too-soft',
  // kit: what a recovery kit can end in
  'kit/passphrase-too-short',
  'kit/wrong-passphrase',
  'kit/damaged',
  'kit/not-a-kit',
  'kit/newer-version',
  'kit/too-large',
  'kit/other-service',
  'kit/none-chosen',
  'kit/file-not-read',
  // picture: what a picture of a printed code can end in
  'picture/wrong-type',
  'picture/is-pdf',
  'picture/too-large',
  'picture/not-read',
  'picture/no-code',
  'picture/several-codes',
  'picture/not-a-key',
  // lab: what the Session Lab can refuse
  'lab/unknown-key',
  'lab/other-service',
  'lab/too-many-ids',
  'lab/service-fixed',
  'lab/not-a-set',
  'lab/damaged',
  'lab/newer-version',
  'lab/too-large',
  'lab/wrong-passphrase',
  'lab/none-chosen',
  'lab/file-not-read',
  // partner: what the account at a partner can end in
  'partner/not-configured',
  'partner/unreachable',
  'partner/refused',
  'partner/sign-in-again',
  'partner/clock',
  'partner/timed-out',
  'partner/no-browser',
  'partner/changed-meanwhile',
  'partner/not-stored',
  'partner/test-running',
  // ipc: what crossing the process border can end in
  'ipc/untrusted-sender',
  'ipc/invalid-input',
  'ipc/internal',
  // lab: what a test lab's runs can end in
  'lab/busy',
  'lab/process-ended',
  'lab/process-stuck',
  // app: everything around it
  'app/file-not-written',
  'config/invalid',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Facts a failure may carry beside its code; none of them free text. */
export interface ErrorFacts {
  /** Trying again later can help. */
  readonly retryable?: boolean;
  /** Milliseconds the service asked us to wait. */
  readonly retryAfterMs?: number;
  /** HTTP status of the reply that caused it. */
  readonly status?: number;
}

/** The one error type of the app. Its message is its code: safe to log, print and send. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    readonly facts: ErrorFacts = {},
  ) {
    super(code);
  }

  toJSON(): WireError {
    return { code: this.code, ...this.facts };
  }
}

/** An `AppError` as plain data. */
export interface WireError extends ErrorFacts {
  readonly code: ErrorCode;
}

/** The typed answer of every call across the process border. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

/** Any thrown value as an `AppError`; what is not one of ours becomes `ipc/internal` and loses its text. */
export const toAppError = (thrown: unknown): AppError =>
  thrown instanceof AppError ? thrown : new AppError('ipc/internal');
