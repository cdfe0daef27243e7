import { describe, expect, it } from 'vitest';
import type { AnonymousId } from '../../contract/anonymous-id';
import { AppError } from '../../contract/errors';
import { MimiAuthRoute } from '../mimi-core/mimi-auth-route';
import { createMimiCore } from '../mimi-core/mimi-core';
import { digestOf } from '../mimi-core/partner-records';
import type { Associate, AssociationEntry, Dissociate } from '../mimi-core/ports';
import {
  codeOf,
  createSessionBench,
  ID_A,
  ID_B,
  SERVICE,
} from '../mimi-core/spec-support/session-bench';

const ISSUER = 'https://id.example';
const accountOf = (sub: string) => ({
  issuer: ISSUER,
  sub,
  service: SERVICE,
  name: null,
  tokens: { accessToken: `a-${sub}`, refreshToken: `r-${sub}`, accessExpiresAt: 0 },
});

/** An engine with a partner that does what `answer` says; what it was given stands in `sent`. */
const createBench = (
  answer: (entry: AssociationEntry) => Promise<void> = async () => undefined,
  empty: () => Promise<void> = async () => undefined,
) => {
  const bench = createSessionBench();
  const sent: [sub: string, id: AnonymousId][] = [];
  const emptied: string[] = [];
  const associate: Associate = async (entry, id) => {
    sent.push([entry.sub, id]);
    await answer(entry);
    const { issuer, sub, service, userId } = entry;
    const linked = { issuer, sub, service, userId, etag: '"1"' };
    return core.accountLink.changes.partner.link(linked);
  };
  const dissociate: Dissociate = async ({ sub, idDigest }) => {
    await empty();
    emptied.push(`${sub} of ${idDigest}`);
  };
  for (const id of [ID_A, ID_B]) bench.service.addUser(id);
  const core = createMimiCore({ ...bench.newArguments(), associate, dissociate });
  const users = core.userController;
  const link = core.accountLink;
  return {
    ...{ bench, sent, emptied, core, users, link },
    logIn: (id: string) =>
      bench.clock.until(users.authenticate(MimiAuthRoute.LoginAnonymously(id))),
    create: () =>
      bench.clock.until(users.authenticate(MimiAuthRoute.Anonymously({ newProfile: true }))),
    signIn: (sub: string) =>
      bench.clock.until(link.update(link.changes.partner.signIn(accountOf(sub)))),
    waiting: () => bench.disk().outbox.flatMap((e) => (e.type === 'association' ? [e.sub] : [])),
  };
};

const down = (): Promise<void> => Promise.reject(new AppError('partner/unreachable'));

describe('an id on its way to an account', () => {
  it('is written in the same step as the user becomes current', async () => {
    const { bench, create, signIn } = createBench(down);
    await bench.clock.settle();
    await signIn('ada');
    await create();
    const withUser = bench.records.writes.filter((w) => w.current !== null);
    expect(withUser[0]?.outbox).toMatchObject([
      { type: 'association', issuer: ISSUER, sub: 'ada', service: SERVICE },
    ]);
  });

  it('goes to the account that was signed in then, whoever is signed in later', async () => {
    let isDown = true;
    const { bench, logIn, signIn, sent, waiting } = createBench(async () => {
      if (isDown) await down();
    });
    await bench.clock.settle();
    await logIn(ID_A);
    await signIn('ada');
    await bench.clock.settle();
    expect(waiting()).toEqual(['ada']);
    isDown = false;
    sent.length = 0;
    await signIn('bob');
    await bench.clock.advance(600_000);
    expect([sent, waiting()]).toEqual([[], ['ada']]);
    await signIn('ada');
    await bench.clock.advance(600_000);
    expect([sent, waiting()]).toEqual([[['ada', ID_A]], []]);
    expect(bench.disk().partner?.links).toMatchObject([{ sub: 'ada', etag: '"1"' }]);
  });

  it('is not sent twice once linked, and not at all for a user who was removed', async () => {
    const { bench, logIn, signIn, sent, users, waiting } = createBench();
    await bench.clock.settle();
    await logIn(ID_A);
    await signIn('ada');
    await bench.clock.settle();
    await bench.clock.until(users.logout());
    await logIn(ID_A);
    await bench.clock.settle();
    expect(sent).toEqual([['ada', ID_A]]);
    await bench.clock.until(users.removeFromComputer());
    expect(waiting()).toEqual([]);
    expect(bench.disk().partner?.links).toEqual([]);
  });

  it('holds up nothing while the partner is down, and is not held up while the service is', async () => {
    let isDown = true;
    const { bench, logIn, signIn, sent, users } = createBench(async () => {
      if (isDown) await down();
    });
    await bench.clock.settle();
    await logIn(ID_A);
    await signIn('ada');
    expect((await bench.clock.until(users.submitYearOfBirth(1970))).yearOfBirth).toBe(1970);
    bench.service.fault = () => 'offline';
    await bench.clock.until(codeOf(users.submitYearOfBirth(1971)));
    isDown = false;
    sent.length = 0;
    await bench.clock.advance(600_000);
    expect(sent).toEqual([['ada', ID_A]]);
    expect(bench.disk().outbox.map(({ type }) => type)).toEqual(['year-of-birth']);
  });

  it('stays for the account when its sign-in has ended', async () => {
    const { bench, logIn, signIn, link, sent, waiting } = createBench(down);
    await bench.clock.settle();
    await logIn(ID_A);
    await signIn('ada');
    await bench.clock.settle();
    await bench.clock.until(
      link.update(link.changes.partner.renewTokens(accountOf('ada'), 'a-ada', null)),
    );
    sent.length = 0;
    await bench.clock.advance(600_000);
    expect([sent, waiting()]).toEqual([[], ['ada']]);
  });

  it('of a user who was made elsewhere is not sent unasked', async () => {
    const { bench, logIn, signIn, sent, waiting, link } = createBench();
    await bench.clock.settle();
    await signIn('ada');
    await logIn(ID_A);
    await logIn(ID_B);
    await bench.clock.advance(600_000);
    expect([sent, waiting(), bench.disk().partner?.account?.isOpening]).toEqual([[], [], false]);
    const { user } = link.state;
    await bench.clock.until(
      link.update(link.changes.partner.associate(user!, accountOf('another'))),
    );
    expect(waiting()).toEqual([]);
    await bench.clock.until(link.update(link.changes.partner.associate(user!, accountOf('ada'))));
    await bench.clock.settle();
    expect(sent).toEqual([['ada', ID_B]]);
  });

  it('stays with the account when removed from here under way', async () => {
    let arrive: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (arrive = resolve));
    const { bench, logIn, signIn, users, sent, emptied, waiting } = createBench(() => underWay);
    await bench.clock.settle();
    await logIn(ID_A);
    await signIn('ada');
    await bench.clock.settle();
    expect(sent).toEqual([['ada', ID_A]]);
    await bench.clock.until(users.removeFromComputer());
    arrive();
    await bench.clock.advance(600_000);
    expect([emptied, waiting(), bench.disk().partner?.links]).toEqual([[], [], []]);
  });

  it('has arrived, or failed, before anything that must know about it runs', async () => {
    let fail: (error: Error) => void = () => undefined;
    const underWay = new Promise<void>((_resolve, reject) => (fail = reject));
    const { bench, logIn, signIn, link, sent } = createBench(() => underWay);
    await bench.clock.settle();
    await logIn(ID_A);
    await signIn('ada');
    await bench.clock.settle();
    const told: string[] = [];
    const behind = link.inTurn(async () => void told.push('ran'));
    await bench.clock.settle();
    expect([sent.length, told]).toEqual([1, []]);
    fail(new AppError('partner/unreachable'));
    await bench.clock.until(behind);
    expect(told).toEqual(['ran']);
  });

  it('stays there when the account was seen to have it before the reply came', async () => {
    let arrive: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (arrive = resolve));
    const { bench, logIn, signIn, link, emptied } = createBench(() => underWay);
    await bench.clock.settle();
    await logIn(ID_A);
    await signIn('ada');
    await bench.clock.settle();
    const { service, userId } = link.state.user!;
    const seen = { issuer: ISSUER, sub: 'ada', service, userId, etag: '"1"' };
    await bench.clock.until(link.update(link.changes.partner.link(seen)));
    arrive();
    await bench.clock.settle();
    expect([emptied, bench.disk().partner?.links]).toEqual([[], [seen]]);
  });
});

describe('an account that has the id of a deleted user', () => {
  const leaving = (bench: ReturnType<typeof createBench>): string[] =>
    bench.bench.disk().outbox.flatMap((e) => (e.type === 'dissociation' ? [e.sub] : []));
  const ofA = `ada of ${digestOf(ID_A)}`;

  it('loses it, whether the deletion was asked for here or elsewhere', async () => {
    for (const isHere of [true, false]) {
      const { bench, logIn, signIn, users, emptied } = createBench();
      await bench.clock.settle();
      await logIn(ID_A);
      await signIn('ada');
      await bench.clock.settle();
      if (!isHere) {
        bench.service.users.get(ID_A)!.status = 'deleted';
        await bench.clock.until(codeOf(users.refreshUser()));
      } else await bench.clock.until(users.deleteUser());
      await bench.clock.settle();
      expect(emptied).toEqual([ofA]);
      expect(bench.disk()).toMatchObject({ outbox: [], partner: { links: [] } });
    }
  });

  it('loses it once it is signed in again, and only it', async () => {
    const made = createBench();
    const { bench, logIn, signIn, users, emptied } = made;
    await bench.clock.settle();
    await logIn(ID_A);
    await signIn('ada');
    await bench.clock.settle();
    await signIn('bob');
    await bench.clock.until(users.deleteUser());
    await bench.clock.settle();
    // It may have the id as well: that is looked at, and nothing is taken that is not this very one.
    expect(emptied).toEqual([`bob of ${digestOf(ID_A)}`]);
    expect(leaving(made)).toEqual(['ada']);
    expect(JSON.stringify(bench.disk())).not.toContain(ID_A);
    await bench.clock.until(users.removeFromComputer().catch(() => undefined));
    await bench.clock.advance(600_000);
    expect(leaving(made)).toEqual(['ada']);
    await signIn('ada');
    await bench.clock.advance(600_000);
    expect([emptied.at(-1), leaving(made)]).toEqual([ofA, []]);
  });

  it('is told again until it knows, behind what was on its way to it', async () => {
    let arrive: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (arrive = resolve));
    let isDown = true;
    const made = createBench(
      () => underWay,
      async () => {
        if (isDown) await down();
      },
    );
    const { bench, logIn, signIn, users, emptied, waiting } = made;
    await bench.clock.settle();
    await logIn(ID_A);
    await signIn('ada');
    await bench.clock.settle();
    await bench.clock.until(users.deleteUser());
    await bench.clock.settle();
    expect([emptied, waiting(), leaving(made)]).toEqual([[], [], ['ada']]);
    arrive();
    await bench.clock.advance(60_000);
    expect([emptied, leaving(made)]).toEqual([[], ['ada']]);
    expect(bench.disk().partner?.links).toEqual([]);
    isDown = false;
    await bench.clock.advance(600_000);
    expect([emptied, leaving(made)]).toEqual([[ofA], []]);
  });

  it('keeps it when its user is in use again', async () => {
    const made = createBench(undefined, down);
    const { bench, logIn, signIn, users } = made;
    await bench.clock.settle();
    await logIn(ID_A);
    await signIn('ada');
    await bench.clock.settle();
    await bench.clock.until(users.deleteUser());
    bench.service.addUser(ID_A);
    await logIn(ID_B);
    expect(leaving(made)).toEqual(['ada']);
    await logIn(ID_A);
    expect(leaving(made)).toEqual([]);
  });
});

describe('tokens renewed', () => {
  const renewed = { accessToken: 'a-2', refreshToken: 'r-2', accessExpiresAt: 1 };

  it('replace those that were tried, or are nobody’s', async () => {
    const { bench, signIn, link } = createBench();
    await bench.clock.settle();
    const renew = (tried: string, tokens: typeof renewed | null): Promise<void> =>
      bench.clock.until(
        link.update(link.changes.partner.renewTokens(accountOf('ada'), tried, tokens)),
      );
    await signIn('ada');
    await renew('older', null);
    expect(bench.disk().partner).toMatchObject({ account: accountOf('ada'), leaving: [] });
    await renew('older', renewed);
    expect(bench.disk().partner).toMatchObject({
      account: accountOf('ada'),
      leaving: [{ issuer: ISSUER, token: 'r-2' }],
    });
    await renew('a-ada', renewed);
    expect(bench.disk().partner?.account?.tokens).toEqual(renewed);
    await renew('a-2', null);
    expect(bench.disk().partner?.account?.tokens).toBeNull();
  });
});
