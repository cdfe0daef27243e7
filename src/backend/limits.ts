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
  countCreation(clientId: string, address: string): Promise<void>;
  checkLogin(address: string): Promise<void>;
  countFailedLogin(address: string): Promise<void>;
}

/** Creates limits kept in memory: a restart forgets them. */
export const createLimits = (settings: LimitSettings): Limits => {
  const { creationsPerHour, failedLoginsPerTenMinutes } = settings;
  const creations = new RateLimiterMemory({ points: creationsPerHour, duration: 3_600 });
  const failures = new RateLimiterMemory({ points: failedLoginsPerTenMinutes, duration: 600 });
  return {
    countCreation: async (clientId, address) => {
      try {
        await creations.consume(`${clientId}\0${address}`);
      } catch (thrown) {
        if (!(thrown instanceof RateLimiterRes)) throw thrown;
        throw new Refusal('rate_limited', { retryAfterMs: thrown.msBeforeNext });
      }
    },
    checkLogin: async (address) => {
      const counted = await failures.get(address);
      if (counted !== null && counted.consumedPoints >= failedLoginsPerTenMinutes) {
        throw new Refusal('rate_limited', { retryAfterMs: counted.msBeforeNext });
      }
    },
    countFailedLogin: async (address) => {
      await failures.penalty(address);
    },
  };
};
