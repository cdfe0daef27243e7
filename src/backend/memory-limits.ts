import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limits, LimitSettings } from './limits';
import { Refusal } from './problem';

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
