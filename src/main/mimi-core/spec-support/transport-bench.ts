import { AppError } from '../../../contract/errors';
import { createMimiApi } from '../api/mimi-api';
import { createFakeClock } from './fake-clock';

/** Asks for the user over a fetch of `answer`; tells how it ended and what it took. */
export const sendWith = (
  answer: () => Response | Promise<Response>,
  baseUrl = 'https://service.example',
) => {
  const clock = createFakeClock();
  const requests: Request[] = [];
  const api = createMimiApi({
    clientId: 'c',
    clientSecret: 's',
    service: {
      id: 'service',
      baseUrl,
      fetch: async (request) => {
        requests.push(request);
        return answer();
      },
    },
    records: {
      read: async () => ({ status: 'absent' }),
      update: async (change) => change({ current: null, kept: [], pending: null, outbox: [] }),
      setAside: async () => undefined,
    },
    clock,
    random: () => 0.5,
    randomUUID: () => 'unused',
    journal: () => undefined,
    product: 'test',
    ended: new AbortController().signal,
    noteService: () => undefined,
    stray: () => undefined,
  });
  const call = api.me('access-token').catch((thrown: unknown) => thrown);
  return {
    outcome: clock.until(call),
    attempts: () => requests.length,
    elapsed: () => clock.monotonic(),
    requests: () => requests,
  };
};

export const isAppErrorLike = (value: unknown): boolean => value instanceof AppError;
