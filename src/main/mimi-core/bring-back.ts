import { toAppError, type ErrorCode } from '../../contract/errors';
import type { HearingTest } from '../../hearing/hearing-test';
import type { Authenticated, MimiApi } from './api/mimi-api';
import type { CallOptions } from './api/transport';
import type { Engine } from './engine';
import type { Prove } from './login';

/** What a person kept of a profile, in case its service has lost it. */
export interface BroughtData {
  readonly yearOfBirth: number | null;
  readonly tests: readonly HearingTest[];
  readonly settings: Parameters<MimiApi['storeSettings']>[1];
}

/** Passes over a refusal: what the service has stands above what is brought. */
const unless =
  (code: ErrorCode) =>
  (thrown: unknown): void => {
    if (toAppError(thrown).code !== code) throw thrown;
  };

/**
 * Proves an id as a login does; one the service does not know is registered again. Then everything brought is put
 * back, which can be repeated: whenever it is cut off, the next time completes it. A test that was deleted stays so.
 */
export const proveWith = ({ api, keeper }: Engine, data: BroughtData): Prove => {
  const putBack = async (reply: Authenticated, options: CallOptions): Promise<Authenticated> => {
    const { yearOfBirth, tests, settings } = data;
    const access = reply.tokens.access_token;
    for (const test of tests) {
      await api.storeTest(access, test, options).catch(unless('service/conflict'));
    }
    const isPlain = Object.keys(await api.settings(access)).length === 0;
    if (isPlain && Object.keys(settings).length > 0) {
      await api.storeSettings(access, settings, options);
    }
    if (reply.user.yearOfBirth !== null || yearOfBirth === null) return reply;
    // One the service finds too long ago is asked for again on the screen.
    const me = await api
      .submitYearOfBirth(access, yearOfBirth, options)
      .catch(unless('service/invalid-request'));
    return me ? { ...reply, user: { ...reply.user, yearOfBirth: me.yearOfBirth } } : reply;
  };

  return async (anonymousId, options) => {
    const reply = await api.login(anonymousId, options).catch((thrown: unknown) => {
      if (toAppError(thrown).code !== 'session/unknown-id') throw thrown;
      return api.register(anonymousId);
    });
    try {
      return await putBack(reply, options);
    } catch (thrown) {
      await keeper.discard(reply);
      throw thrown;
    }
  };
};
