import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, ID_C } from '../mimi-core/spec-support/session-bench';
import { startLinked, unplugged, type App, type LinkedApp } from './spec-support/apps';
import { createPartnerBench, type PartnerBench } from './spec-support/partner-bench';

let bench: PartnerBench;
beforeEach(async () => (bench = await createPartnerBench()));
afterEach(() => bench.close());

const linkedApp = (name: string): Promise<LinkedApp> => startLinked(bench, name);

describe('a profile deleted', () => {
  const leaving = ({ core }: App): string[] =>
    core.inspect().outbox.filter((type) => type === 'dissociation');

  it('is taken off the account, and the other products see it', async () => {
    const { app, id } = await linkedApp('Ada');
    const other = await bench.start();
    await other.signIn({ account: 'Ada' });
    expect(other.current()).toBe(id);
    await app.users.deleteUser();
    await expect.poll(() => bench.has('Ada')).toBeNull();
    await expect.poll(() => leaving(app)).toEqual([]);
    expect([app.status(), app.current()]).toEqual(['ready', null]);
    await codeOf(other.users.refreshUser());
    await other.side.look();
    expect([other.status(), other.current()]).toEqual(['ready', null]);
    // And one made then is stored as the first one was.
    const next = await app.create();
    await expect.poll(() => bench.has('Ada')).toBe(next);
  });

  it('is so across restarts, and only while that very account is signed in', async () => {
    const network = unplugged((request) => request.method === 'DELETE');
    const first = await bench.start(undefined, network.fetch);
    const id = await first.create();
    await first.signIn({ account: 'Ada' });
    await expect.poll(first.status).toBe('linked');
    const { id: bobs } = await linkedApp('Bob');
    await first.users.deleteUser();
    await expect.poll(() => first.side.view().trouble).toBe('partner/unreachable');
    await first.side.signOut(false);
    await first.dispose();
    const again = await bench.start(first.records);
    await again.signIn({ account: 'Bob' });
    expect([bench.has('Ada'), bench.has('Bob'), leaving(again)]).toEqual([
      id,
      bobs,
      ['dissociation'],
    ]);
    await again.dispose();
    const last = await bench.start(first.records);
    await last.signIn({ account: 'Ada' });
    await expect.poll(() => leaving(last)).toEqual([]);
    expect([bench.has('Ada'), bench.has('Bob')]).toEqual([null, bobs]);
  });

  it('leaves the account what it has by then', async () => {
    const network = unplugged((request) => request.method === 'DELETE');
    const app = await bench.start(undefined, network.fetch);
    await app.create();
    await app.signIn({ account: 'Ada' });
    await expect.poll(app.status).toBe('linked');
    await app.users.deleteUser();
    await expect.poll(() => app.side.view().trouble).toBe('partner/unreachable');
    bench.partner.accounts.store(bench.partner.accounts.pick('Ada'), ID_C, Date.now());
    await app.dispose();
    const again = await bench.start(app.records);
    await again.side.look();
    await expect.poll(() => leaving(again)).toEqual([]);
    expect(bench.has('Ada')).toBe(ID_C);
  });

  it('only removed from this computer stays with the account, even while it is under way', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const methods: string[] = [];
    const app = await bench.start(undefined, async (request) => {
      if (request.url === bench.config.associationUrl) methods.push(request.method);
      if (request.method === 'PUT') await held;
      return fetch(request);
    });
    const id = await app.create();
    const signedIn = app.signIn({ account: 'Ada' });
    await expect.poll(() => methods).toEqual(['PUT']);
    await app.users.removeFromComputer();
    release();
    await signedIn;
    await app.side.look();
    expect([bench.has('Ada'), app.status()]).toEqual([id, 'available']);
    expect(methods).not.toContain('DELETE');
  });
});
