import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openListener } from './listener';
import { createOwnPeerCheck, ownersIn, readSocketTable } from './own-peer';

const PEER = { address: '127.0.0.1', port: 0xd002 };
const OURS = { address: '127.0.0.1', port: 0x87d5 };
const MAPPED = '0000000000000000FFFF00000100007F';
const HEAD =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const row = (local: string, remote: string, state: string, uid: number): string =>
  `   7: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000 ${uid}        0 1206 1 0000000076b268b4 20 4 30 10 -1`;
const table = (...rows: string[]): string => [HEAD, ...rows, ''].join('\n');

describe('the owner of the other end', () => {
  const own = row('0100007F:D002', '0100007F:87D5', '01', 1000);

  it('is read from its very row, be its socket for IPv4 or for both', () => {
    expect(ownersIn(table(own), PEER, OURS)).toEqual([1000]);
    const both = row(`${MAPPED}:D002`, `${MAPPED}:87D5`, '01', 1001);
    expect(ownersIn(table(both), PEER, OURS)).toEqual([1001]);
    const other = row('0200007F:D002', '0100007F:87D5', '01', 1002);
    expect(ownersIn(table(other), { ...PEER, address: '127.0.0.2' }, OURS)).toEqual([1002]);
  });

  it.each([
    ['our own end of it', row('0100007F:87D5', '0100007F:D002', '01', 0)],
    ['one that is over, which counts as root’s', row('0100007F:D002', '0100007F:87D5', '06', 0)],
    ['one half closed', row('0100007F:D002', '0100007F:87D5', '05', 1000)],
    ['a listening one', row('0100007F:D002', '00000000:0000', '0A', 1000)],
    ['another port', row('0100007F:D003', '0100007F:87D5', '01', 1000)],
    ['another address', row('0200007F:D002', '0100007F:87D5', '01', 1000)],
    ['another listener', row('0100007F:D002', '0100007F:87D6', '01', 1000)],
    ['a longer number', row('0100007F:D0020', '0100007F:87D5', '01', 1000)],
    ['one without a number', row('0100007F:D002', '0100007F:87D5', '01', NaN)],
    ['nothing', ''],
  ])('is not read from %s', (_name, line) => {
    expect(ownersIn(table(line), PEER, OURS)).toEqual([]);
    expect(ownersIn(table(line, own), PEER, OURS)).toEqual([1000]);
  });
});

describe('a program that comes', () => {
  const check = (uid: number | undefined, ...tables: (string | null)[]): Promise<boolean> => {
    let looks = 0;
    const readTable = async (name: string): Promise<string | null> =>
      name === 'tcp6' ? null : (tables[Math.min(looks++, tables.length - 1)] ?? null);
    return createOwnPeerCheck({ uid, readTable })(PEER, OURS);
  };
  const of = (...uids: number[]): string =>
    table(...uids.map((uid) => row('0100007F:D002', '0100007F:87D5', '01', uid)));

  it('counts as own only if the table says so, but where there is no table', async () => {
    expect(await check(1000, of(1000))).toBe(true);
    expect(await check(1000, of(1001))).toBe(false);
    expect(await check(1000, of(0))).toBe(false);
    expect(await check(1000, of(1000, 1001))).toBe(false);
    expect(await check(1000, of())).toBe(false);
    expect(await check(1000, null)).toBe(true);
    expect(await check(undefined, of(1001))).toBe(true);
  });

  it('is looked for again when its row was missed', async () => {
    expect(await check(1000, of(), of(1000))).toBe(true);
    expect(await check(1000, of(), of(1001))).toBe(false);
  });

  it('is refused when the table cannot be read', async () => {
    const isOwnPeer = createOwnPeerCheck({
      uid: 1000,
      readTable: () => Promise.reject(new Error('EMFILE')),
    });
    const listener = await listen(isOwnPeer);
    expect((await fetch(`http://${listener.host}/`)).status).toBe(403);
    listener.close();
  });
});

/** A listener that takes whatever comes for its answer. */
const listen = (isOwnPeer: ReturnType<typeof createOwnPeerCheck>) =>
  openListener({
    isOwnPeer,
    judge: ({ target }) => ({ type: 'answer', url: new URL(`http://127.0.0.1${target ?? ''}`) }),
    page: (accepted) => (accepted ? 'close this page' : 'not valid'),
  });

const own = process.geteuid?.() ?? 0;
const isLinux = process.platform === 'linux';

describe.runIf(isLinux)('on this very computer', () => {
  const NOBODY = 65534;
  const ASK = `fetch(process.argv[1]).then(async (r) => console.log(r.status, await r.text()))`;
  /** What another user gets to see there. */
  const askAs = async (uid: number, url: string): Promise<string> => {
    const child = spawn(process.execPath, ['-e', ASK, url], {
      ...(uid === own ? {} : { uid, gid: uid }),
      cwd: '/',
      env: {},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [answer] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    return answer.trim();
  };

  it('another user is refused, and the listener goes on waiting for its own', async () => {
    // Who is not root cannot become another user: then the listener is another's.
    const [uid, stranger] = own === 0 ? [0, NOBODY] : [own + 1, own];
    const isOwnPeer = createOwnPeerCheck({ uid, readTable: readSocketTable });
    const listener = await listen(isOwnPeer);
    const url = `http://${listener.host}/callback`;
    expect(await askAs(stranger, `${url}?stranger`)).toBe('403 not valid');
    if (own === 0) expect(await askAs(0, `${url}?own`)).toBe('200 close this page');
    listener.close();
    expect((await listener.answer)?.search ?? null).toBe(own === 0 ? '?own' : null);
  });

  it('its own comes through, among many connections and from a socket for both', async () => {
    const isOwnPeer = createOwnPeerCheck({ uid: own, readTable: readSocketTable });
    const crowd = await listen(isOwnPeer);
    const idle = Array.from({ length: 60 }, () =>
      request({ host: '127.0.0.1', port: crowd.host.split(':')[1], agent: false }),
    );
    for (const each of idle) each.on('error', () => undefined).flushHeaders();
    const listener = await listen(isOwnPeer);
    const port = listener.host.split(':')[1];
    const both = request({ host: '::ffff:127.0.0.1', port, path: '/callback?both' }).end();
    const [response] = (await once(both, 'response')) as [{ statusCode: number }];
    expect(response.statusCode).toBe(200);
    expect((await listener.answer)?.search).toBe('?both');
    for (const each of idle) each.destroy();
    listener.close();
    crowd.close();
  });
});
