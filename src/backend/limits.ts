import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from './problem';

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

const rateLimited = (retryAfterMs: number): Refusal =>
  new Refusal('rate_limited', { retryAfterMs });

/** Creates limits kept in memory: a restart forgets them. */
export const createLimits = (settings: LimitSettings): Limits => {
  const creations = new RateLimiterMemory({ points: settings.creationsPerHour, duration: 3_600 });
  const failures = new RateLimiterMemory({
    points: settings.failedLoginsPerTenMinutes,
    duration: 600,
  });
  return {
    bookCreation: async (clientId, address) => {
      const key = `${clientId}\0${address}`;
      try {
        await creations.consume(key);
      } catch (thrown) {
        throw thrown instanceof RateLimiterRes ? rateLimited(thrown.msBeforeNext) : thrown;
      }
      return async () => {
        await creations.reward(key);
      };
    },
    checkLogin: async (address) => {
      const counted = await failures.get(address);
      if (counted !== null && counted.consumedPoints >= settings.failedLoginsPerTenMinutes) {
        throw rateLimited(counted.msBeforeNext);
      }
    },
    countFailedLogin: async (address) => {
      await failures.penalty(address);
    },
  };
};
