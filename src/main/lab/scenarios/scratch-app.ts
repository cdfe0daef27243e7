import { otherIdIn } from '../../../backend/emulator/other-id';
import { toAppError } from '../../../contract/errors';
import type { Companion } from '../../app/create-companion';
import { MimiAuthRoute } from '../../mimi-core/mimi-auth-route';
import type { ServiceFetch } from '../../mimi-core/ports';
import { EMPTY_RECORDS } from '../../mimi-core/records';
import { withBody } from '../network/fault-effects';
import { whenAtRest } from './at-rest';
import { composeScratch, type Scratch } from './compose-scratch';
import type { Look, LoginAnswer, Seen, StartOrder } from './protocol';

/** Stands still for ever where the order says so. */
export type Pause = (step: string) => Promise<void>;

/** Reaches the service on loopback, with a place to stand still before and after each request. */
const createNetwork = ({ isOffline }: StartOrder, pause: Pause) => {
  let wrongId: string | null = null;
  const fetchService: ServiceFetch = async (request) => {
    if (isOffline) throw new TypeError('offline');
    const name = `${request.method} ${new URL(request.url).pathname}`;
    await pause(`${name}/before`);
    const response = await fetch(request);
    await pause(`${name}/after`);
    const id = wrongId;
    return id === null ? response : withBody(response, (text) => otherIdIn(text, id));
  };
  return { fetchService, tamper: (id: string) => void (wrongId = id) };
};

/** Notes everything observers of the user are told, and every request. */
const watch = ({ core, journal }: Companion) => {
  const seen: Seen[] = [];
  let requests = 0;
  core.userController.mimiUser.observe(({ value, loadingState }) =>
    seen.push({ id: value?.anonymousId ?? null, loading: loadingState.type }),
  );
  journal.subscribe(({ type }) => {
    if (type === 'session/request') requests += 1;
  });
  return { seen, requests: () => requests };
};

const storedIds = async ({ secrets }: Scratch): Promise<string[]> => {
  const read = await secrets.read();
  const { current, kept, pending } = read.status === 'present' ? read.records : EMPTY_RECORDS;
  return [current, ...kept, pending].flatMap((user) => user?.anonymousId ?? []);
};

const look = async (scratch: Scratch, noted: ReturnType<typeof watch>): Promise<Look> => {
  const view = scratch.companion.core.userController.sessionView.state;
  const user = view.status === 'active' ? view.user : null;
  const reasons = {
    restoring: null,
    active: null,
    blocked: view.status === 'blocked' ? view.cause : null,
    'signed-out': view.status === 'signed-out' ? view.reason : null,
  };
  return {
    session: view.status,
    reason: reasons[view.status],
    id: user?.anonymousId ?? null,
    userId: user?.userId ?? null,
    yearOfBirth: user?.yearOfBirth ?? null,
    offered: view.status === 'signed-out' ? view.keptProfile : null,
    // Reading again leaves storage that cannot be read as it is, but says so in the journal.
    stored: view.status === 'blocked' ? [] : await storedIds(scratch),
    seen: [...noted.seen],
    requests: noted.requests(),
  };
};

const logIn = async ({ authManager }: Companion, id: string | null): Promise<LoginAnswer> => {
  const begun = performance.now();
  const result = await authManager.authenticateAnonymousUser(id);
  const code = result.type === 'Failure' ? toAppError(result.exception).code : null;
  return { type: result.type, code, ms: performance.now() - begun };
};

/** Starts the app on scratch data and comes to rest; answers what it can be asked from then on. */
export const startScratchApp = async (order: StartOrder, pause: Pause) => {
  const { product, service, isOffline } = order;
  const network = createNetwork(order, pause);
  const scratch = await composeScratch(order, {
    config: {
      product: { id: product, name: 'Mimi Companion Scratch' },
      service: { baseUrl: service.url, clientId: product, clientSecret: service.clientSecret },
    },
    networkFetch: network.fetchService,
    step: (name) => pause(`secrets/${name}`),
  });
  const { companion } = scratch;
  const users = companion.core.userController;
  const noted = watch(companion);
  companion.start();
  await companion.core.ready;
  const rest = async (): Promise<void> => {
    // What waits for the service waits for as long as it takes.
    if (!isOffline) await whenAtRest(scratch);
  };
  await rest();
  return {
    look: () => look(scratch, noted),
    makeProfile: async ({ yearOfBirth }: { readonly yearOfBirth: number }) => {
      await users.authenticate(MimiAuthRoute.Anonymously({ newProfile: true, yearOfBirth }));
      await rest();
      return look(scratch, noted);
    },
    logIn: ({ id }: { readonly id: string | null }) => logIn(companion, id),
    /** From here on the service's replies carry this id in place of the one asked for. */
    tamper: ({ id }: { readonly id: string }): void => network.tamper(id),
    refresh: async () => {
      await companion.refresh();
      await rest();
    },
    logOut: async () => {
      await users.logout();
      await rest();
    },
    deleteUser: async () => {
      await users.deleteUser();
      await companion.forgetStrangers();
    },
    /** Ends what runs in an orderly way. */
    stop: async () => {
      await rest();
      await companion.dispose();
    },
  };
};

export type AppAnswers = Awaited<ReturnType<typeof startScratchApp>>;
