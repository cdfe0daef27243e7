import { join } from 'node:path';
import { createClient, type Account, type Client } from './backend/client';
import { startServer } from './backend/start-server';
import { loadAverage } from './setting';
import { median, rounded } from './statistics';
import { temporaryFolder } from '../project';
import { say } from '../report';

const CONNECTIONS = 8;
const PER_ROUND = 400;
const ROUNDS = 15;
const LIMIT = 1.2;
/** Accounts there at the start. */
const SIZES = [1000, 100_000] as const;

/** What one round on one service took. Rates per second; `p50` and `p99` of creations in milliseconds. */
interface Round {
  readonly create: number;
  readonly logIn: number;
  readonly refresh: number;
  readonly p50: number;
  readonly p99: number;
}

/** Does `task` for each item, as many at once as there are connections; how long each took, and all. */
const timed = async <T, R>(items: readonly T[], task: (item: T) => Promise<R>) => {
  const results: R[] = [];
  const times: number[] = [];
  const queue = items.values();
  const start = performance.now();
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      const begin = performance.now();
      results.push(await task(item));
      times.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const perSecond = (1000 * items.length) / (performance.now() - start);
  return { results, perSecond, times: times.sort((a, b) => a - b) };
};

const runRound = async (client: Client): Promise<Round> => {
  const token = await client.clientToken();
  const created = await timed(Array.from({ length: PER_ROUND }), () => client.create(token));
  const loggedIn = await timed(created.results, (account) => client.logIn(account));
  const refreshed = await timed<Account, Account>(loggedIn.results, (account) =>
    client.refresh(account),
  );
  const at = (share: number): number => created.times[Math.floor(PER_ROUND * share)] ?? 0;
  return {
    create: created.perSecond,
    logIn: loggedIn.perSecond,
    refresh: refreshed.perSecond,
    p50: at(0.5),
    p99: at(0.99),
  };
};

const summary = (accounts: number, rounds: readonly Round[]) => {
  const of = (name: keyof Round): number => rounded(median(rounds.map((round) => round[name])), 1);
  return {
    accounts,
    createPerSecond: of('create'),
    loginPerSecond: of('logIn'),
    refreshPerSecond: of('refresh'),
    p50ms: of('p50'),
    p99ms: of('p99'),
  };
};

const RATES = ['create', 'logIn', 'refresh'] as const;

/** How many times slower the large service is: of the two measurements of one round, which meet the same machine. */
const slower = (
  rate: (typeof RATES)[number],
  small: readonly Round[],
  large: readonly Round[],
): number => median(small.map((round, n) => round[rate] / (large[n]?.[rate] ?? 0)));

/** Measures both services by turns; their rounds, without the first, which warms up. */
const runRounds = async (urls: readonly [string, string]): Promise<[Round[], Round[]]> => {
  const clients = urls.map((url) => createClient(url, CONNECTIONS));
  const rounds: [Round[], Round[]] = [[], []];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      // Whoever comes second meets a warmer disk and load generator: each is as often.
      const order = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
      for (const index of order) {
        const client = clients[index];
        if (!client) throw new Error('Two services are needed');
        const figure = await runRound(client);
        say(`${String(SIZES[index])} accounts: ${JSON.stringify(figure)}`);
        if (round > 0) rounds[index].push(figure);
      }
    }
  } finally {
    for (const client of clients) client.close();
  }
  return rounds;
};

/**
 * Creations, logins and refreshes a second of the service on SQLite, durable, over loopback HTTP: with 1,000 and with
 * 100,000 accounts already there. Both are served at the same time and measured by turns, so what else the machine
 * does counts for both; `ratio` is the largest of the three.
 */
export const benchBackend = async (): Promise<number> => {
  const folder = temporaryFolder('bench-backend');
  const start = (accounts: number) => startServer(join(folder, String(accounts)), accounts);
  const servers = [await start(SIZES[0]), await start(SIZES[1])] as const;
  try {
    const [ofSmall, ofLarge] = await runRounds([servers[0].url, servers[1].url]);
    const [small, large] = [summary(SIZES[0], ofSmall), summary(SIZES[1], ofLarge)];
    const ratio = rounded(Math.max(...RATES.map((rate) => slower(rate, ofSmall, ofLarge))));
    const verdict = ratio <= LIMIT ? 'holds' : 'MISSED';
    say(`backend: ratio ${ratio.toFixed(3)}, limit ${LIMIT}: ${verdict}`);
    const facts = { ratio, limit: LIMIT, runs: ROUNDS, load: loadAverage() };
    process.stdout.write(`${JSON.stringify({ bench: 'backend', ...small, large, ...facts })}\n`);
    return 0;
  } finally {
    await Promise.all(servers.map(({ stop }) => stop()));
  }
};
