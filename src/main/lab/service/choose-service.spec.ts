import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { systemClock } from '../../app/system-clock';
import { readConfig } from '../../config/config';
import { createDurableFiles } from '../../files/durable-file';
import { nodeFileSystem } from '../../files/file-system';
import type { ServiceFetch } from '../../mimi-core/ports';
import { chooseService } from './choose-service';

const sandbox = { baseUrl: 'http://127.0.0.1:4700', clientId: 'team', clientSecret: 'a secret' };
const token = {
  access_token: 't',
  token_type: 'bearer',
  expires_in: 60,
  scope: 'anonymous:create',
};

const setUp = (reply: () => Response | Promise<Response> = () => Response.json(token)) => {
  const folder = mkdtempSync(join(tmpdir(), 'choose-service-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = createDurableFiles({ fs: nodeFileSystem, clock: systemClock, randomBytes });
  const networkFetch = vi.fn<ServiceFetch>(async () => reply());
  const path = join(folder, 'companion.json');
  const deps = {
    isServiceFixed: false,
    networkFetch,
    clock: systemClock,
    configFolder: folder,
    companion: { secrets: { files } },
    startAnew: vi.fn(),
  };
  const read = (): unknown => {
    try {
      return JSON.parse(readFileSync(path, 'utf8')) as unknown;
    } catch {
      return null;
    }
  };
  return { deps, path, read, networkFetch, folder };
};

describe('choosing a service', () => {
  it('is refused while the environment says which', async () => {
    const { deps, read, networkFetch } = setUp();
    const fixed = { ...deps, isServiceFixed: true };
    await expect(chooseService(fixed, sandbox)).rejects.toThrow('lab/service-fixed');
    await expect(chooseService(fixed, null)).rejects.toThrow('lab/service-fixed');
    expect(networkFetch).not.toHaveBeenCalled();
    expect(read()).toBeNull();
  });

  it.each(['http://sandbox.example', 'ftp://127.0.0.1', 'https://a:b@c.example', 'sandbox', ''])(
    'refuses the address %s before any network',
    async (baseUrl) => {
      const { deps, networkFetch } = setUp();
      await expect(chooseService(deps, { ...sandbox, baseUrl })).rejects.toThrow('config/invalid');
      expect(networkFetch).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['service/offline', () => Promise.reject(new TypeError('fetch failed: a secret'))],
    ['service/bad-response', () => new Response('<html>portal</html>')],
    ['service/bad-response', () => Response.json({ ...token, more: 'x'.repeat(65_536) })],
    ['service/misconfigured', () => Response.json({ error: 'invalid_client' }, { status: 401 })],
    ['service/unavailable', () => new Response('', { status: 503 })],
  ])('tells %s and changes nothing', async (code, reply) => {
    const { deps, read } = setUp(reply);
    await expect(chooseService(deps, sandbox)).rejects.toThrow(code);
    expect(read()).toBeNull();
    expect(deps.startAnew).not.toHaveBeenCalled();
  });

  it('writes it privately beside what stands there, and starts again', async () => {
    const { deps, path, read, networkFetch, folder } = setUp();
    writeFileSync(path, JSON.stringify({ product: { name: 'Own Name' }, service: { old: 1 } }));
    await chooseService(deps, { ...sandbox, baseUrl: `${sandbox.baseUrl}/` });
    expect(read()).toEqual({ product: { name: 'Own Name' }, service: sandbox });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(deps.startAnew).toHaveBeenCalledOnce();
    const [request] = networkFetch.mock.calls[0] ?? [];
    expect(request?.url).toBe('http://127.0.0.1:4700/oauth/token');
    expect(request?.url).not.toContain('secret');
    expect(folder).toContain('choose-service-');
  });

  it('is what the next start reads', async () => {
    const { deps, path } = setUp();
    const configFolder = deps.configFolder;
    const product = join(configFolder, 'mimi-companion');
    await chooseService({ ...deps, configFolder: product }, sandbox);
    expect(readConfig({ env: {}, configFolder }).service).toEqual(sandbox);
    await chooseService({ ...deps, configFolder: product }, null);
    expect(readConfig({ env: {}, configFolder }).service).toBeUndefined();
    expect(() => statSync(path)).toThrow();
  });

  it('leaves a configuration it does not understand as it is', async () => {
    const { deps, path } = setUp();
    for (const content of ['{', '[]', 'null', '"x"']) {
      writeFileSync(path, content);
      await expect(chooseService(deps, null)).rejects.toThrow('config/invalid');
      expect(readFileSync(path, 'utf8')).toBe(content);
    }
    expect(deps.startAnew).not.toHaveBeenCalled();
  });

  it('tells when it cannot be written', async () => {
    const { deps } = setUp();
    const inAFile = join(deps.configFolder, 'file');
    writeFileSync(inAFile, '');
    await expect(
      chooseService({ ...deps, configFolder: join(inAFile, 'deeper') }, sandbox),
    ).rejects.toThrow(/app\/file-not-written|config\/invalid/);
    expect(deps.startAnew).not.toHaveBeenCalled();
  });
});
