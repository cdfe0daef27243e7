import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import {
  AS_ADMIN,
  RAW_TOKEN_REQUEST,
  rawRequest,
  sendRaw,
  startTestSandbox,
  type TestSandbox,
} from '../emulator/spec-support/sandbox';
import { logIn, newUser, tempFolder } from '../testing/harness';

describe('stopping', () => {
  it('answers what runs, takes nothing new and closes kept connections', async () => {
    const sandbox = await startTestSandbox();
    const delay = { kind: 'latency', call: 'client-token', once: true, share: 100, jitterMs: 0 };
    await sandbox.admin('POST', '/faults', { ...delay, ms: 700 });
    const kept = RAW_TOKEN_REQUEST.replace('connection: close\r\n', '');
    const running = sendRaw(sandbox.url, kept);
    // On once the request has met it.
    for (let isOn = true; isOn;) {
      isOn = !(await (await sandbox.admin('GET', '/faults')).text()).includes('"faults":[]');
    }
    let isStopped = false;
    const stopped = sandbox.stop().then(() => (isStopped = true));
    await expect(sandbox.send('/healthz')).rejects.toThrow();
    expect(isStopped).toBe(false);
    const { bytes, ended } = await running;
    expect(bytes).toMatch(/^HTTP\/1\.1 200 /);
    expect(bytes).toContain('access_token');
    expect(ended).toBe('end');
    await stopped;
  });

  it('waits no longer than its patience for a client that never ends', async () => {
    const sandbox = await startTestSandbox({ graceMs: 50 });
    await sandbox.admin('POST', '/faults', {
      kind: 'timeout',
      call: 'all',
      once: false,
      share: 100,
    });
    const hanging = sendRaw(sandbox.url, RAW_TOKEN_REQUEST);
    for (let isMet = false; !isMet;) {
      isMet = (await (await sandbox.admin('GET', '/faults')).text()).includes('"met":1');
    }
    await sandbox.stop();
    expect((await hanging).bytes).toBe('');
  });

  /** A connection on which a client sent something and then nothing more. */
  const dial = async (sandbox: TestSandbox, sent: string) => {
    const { hostname, port } = new URL(sandbox.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(sent);
    return socket.on('error', () => undefined).resume();
  };
  const PATIENT = { graceMs: 600_000 };

  it.each(['', 'GET /healthz HTTP/1.1\r\nhost: sand'])(
    'does not wait for a client that has asked nothing: %j',
    async (sent) => {
      const sandbox = await startTestSandbox(PATIENT);
      const socket = await dial(sandbox, sent);
      const closed = once(socket, 'close');
      // By now the sandbox has taken the connection: it takes them in turn.
      await sandbox.send('/healthz');
      await sandbox.stop();
      await closed;
    },
  );

  it.each([
    ['POST', '/emulator/v1/import', AS_ADMIN],
    ['PATCH', '/v1/me', { 'content-type': 'application/json' }],
  ] as const)('does not wait for an upload that was cut off: %s %s', async (method, path, head) => {
    const sandbox = await startTestSandbox(PATIENT);
    const whole = rawRequest(path, head, `{"type":"${'x'.repeat(100_000)}"}`, method);
    const socket = await dial(sandbox, whole.slice(0, -50_000));
    const isRunning = async () =>
      (await (await sandbox.send('/metrics')).text()).includes('sandbox_requests_running 2');
    await expect.poll(isRunning).toBe(true);
    socket.destroy();
    await sandbox.stop();
    expect(sandbox.log()).toContain(`"route":"${path}"`);
  });

  it('leaves a file that another sandbox goes on with', async () => {
    const folder = tempFolder();
    const first = await startTestSandbox({ folder });
    const { id } = await newUser(first);
    await first.stop();
    const second = await startTestSandbox({ folder });
    const { status } = await logIn(second, id);
    await second.stop();
    expect(status).toBe(200);
  });
});
