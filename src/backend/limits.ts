/** How much one address may do. */
export interface LimitSettings {
  /** New users per hour, client and address. */
  readonly creationsPerHour: number;
  /** Refused ids and client secrets per ten minutes and address; successes do not count. */
  readonly failedLoginsPerTenMinutes: number;
}

/** The limits of a service reached over HTTP. */
export const HTTP_LIMITS: LimitSettings = { creationsPerHour: 30, failedLoginsPerTenMinutes: 10 };

/** Counts by network address. Methods throw a `rate_limited` refusal with the time to wait. */
export interface Limits {
  /** Books a creation; the function returned takes it back when the user existed already. */
  bookCreation(clientId: string, address: string): Promise<() => Promise<void>>;
  checkLogin(address: string): Promise<void>;
  countFailedLogin(address: string): Promise<void>;
}

/** For a service that only its own app can reach. */
export const NO_LIMITS: Limits = {
  bookCreation: () => Promise.resolve(() => Promise.resolve()),
  checkLogin: () => Promise.resolve(),
  countFailedLogin: () => Promise.resolve(),
};
