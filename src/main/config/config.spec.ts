import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config';

describe('readConfig', () => {
  let configFolder: string;
  beforeEach(() => (configFolder = mkdtempSync(join(tmpdir(), 'config-'))));
  afterEach(() => rmSync(configFolder, { recursive: true }));

  const write = (content: string, product = 'mimi-companion'): void => {
    mkdirSync(join(configFolder, product), { recursive: true });
    writeFileSync(join(configFolder, product, 'companion.json'), content);
  };
  const fieldRefused = (env: Record<string, string> = {}): string => {
    try {
      readConfig({ env, configFolder });
    } catch (thrown) {
      if (thrown instanceof ConfigError) return thrown.field;
    }
    return 'accepted';
  };
  const service = {
    COMPANION_SERVICE_URL: 'https://hearing.example/api/',
    COMPANION_CLIENT_ID: 'client',
    COMPANION_CLIENT_SECRET: 'a-secret',
  };

  it('needs nothing: the embedded service is the default', () => {
    expect(readConfig({ env: {}, configFolder })).toEqual({
      product: { id: 'mimi-companion', name: 'Mimi Companion' },
    });
  });

  it('reads the file of its own product and lets variables win', () => {
    write(
      JSON.stringify({
        service: { baseUrl: 'https://a.example', clientId: 'a', clientSecret: 'b' },
      }),
      'other',
    );
    const config = readConfig({
      env: { COMPANION_PRODUCT_ID: 'other', COMPANION_CLIENT_ID: 'from-env' },
      configFolder,
    });
    expect(config.product).toEqual({ id: 'other', name: 'Mimi Companion' });
    expect(config.service).toEqual({
      baseUrl: 'https://a.example',
      clientId: 'from-env',
      clientSecret: 'b',
    });
  });

  it('takes a partner, whose issuer stays exactly as it is', () => {
    const partner = {
      COMPANION_PARTNER_NAME: 'Example Sound',
      COMPANION_PARTNER_ISSUER: 'https://id.example/',
      COMPANION_PARTNER_CLIENT_ID: 'companion',
      COMPANION_PARTNER_ASSOCIATION_URL: 'http://127.0.0.1:8000/v1/association',
    };
    const { partner: read } = readConfig({ env: { ...service, ...partner }, configFolder });
    expect(read).toEqual({
      name: 'Example Sound',
      issuer: 'https://id.example/',
      clientId: 'companion',
      associationUrl: 'http://127.0.0.1:8000/v1/association',
    });
    for (const [variable, value] of [
      ['COMPANION_PARTNER_NAME', ''],
      ['COMPANION_PARTNER_ISSUER', 'http://id.example'],
      ['COMPANION_PARTNER_ASSOCIATION_URL', 'https://a.example/?id=1'],
    ] as const)
      expect(fieldRefused({ ...service, ...partner, [variable]: value })).toBe(variable);
    const rest = Object.entries(partner).filter(([name]) => name !== 'COMPANION_PARTNER_ISSUER');
    expect(fieldRefused({ ...service, ...Object.fromEntries(rest) })).toBe('partner.issuer');
  });

  it('drops trailing slashes of the service address', () => {
    expect(readConfig({ env: service, configFolder }).service?.baseUrl).toBe(
      'https://hearing.example/api',
    );
  });

  it.each([
    ['plain http elsewhere', 'http://hearing.example'],
    ['another scheme', 'file:///etc/passwd'],
    ['a person and password', 'https://me:pw@hearing.example'],
    ['a query', 'https://hearing.example/?key=1'],
    ['no address', 'not an address'],
    ['empty', ''],
  ])('refuses %s as service address and names the variable', (_name, url) => {
    expect(fieldRefused({ ...service, COMPANION_SERVICE_URL: url })).toBe('COMPANION_SERVICE_URL');
  });

  it('allows plain http on this computer', () => {
    expect(fieldRefused({ ...service, COMPANION_SERVICE_URL: 'http://127.0.0.1:8080' })).toBe(
      'accepted',
    );
  });

  it.each(['../evil', 'A', '', 'a b', 'x'.repeat(60)])('refuses %j as product id', (id) => {
    expect(fieldRefused({ COMPANION_PRODUCT_ID: id })).toBe('COMPANION_PRODUCT_ID');
  });

  it.each(['', '{', '[]', '"text"', '\uFEFF{}', '{"service":5}', '\0\0'])(
    'refuses a damaged file %j',
    (content) => {
      write(content);
      expect(fieldRefused()).toBe('companion.json');
    },
  );

  it('names an unknown or missing field of the file', () => {
    write(JSON.stringify({ service: { baseUrl: 'https://a.example', clientId: 'a' } }));
    expect(fieldRefused()).toBe('service.clientSecret');
  });

  it('takes the frequencies of a test from the file, and rather from the variable', () => {
    write(JSON.stringify({ test: { frequenciesHz: [1000] } }));
    const read = (env: Record<string, string> = {}) => readConfig({ env, configFolder }).test;
    expect(read()).toEqual({ frequenciesHz: [1000] });
    expect(read({ COMPANION_TEST_FREQUENCIES: ' 4000, 1000 ' })).toEqual({
      frequenciesHz: [4000, 1000],
    });
  });

  it.each(['', '4000', '1000 1000', '1000 3000', '1000,', '1e3;4000', '1000 4000Hz'])(
    'refuses %j as frequencies and names the variable',
    (list) => {
      expect(fieldRefused({ COMPANION_TEST_FREQUENCIES: list })).toBe('COMPANION_TEST_FREQUENCIES');
    },
  );

  it('names the frequencies of the file', () => {
    write(JSON.stringify({ test: { frequenciesHz: ['1000'] } }));
    expect(fieldRefused()).toBe('test.frequenciesHz.0');
  });

  it('refuses a variable it does not know', () => {
    expect(fieldRefused({ COMPANION_SERVICE_URI: 'https://a.example' })).toBe(
      'COMPANION_SERVICE_URI',
    );
  });

  it('does not wait for a pipe or read a file beyond measure', () => {
    write(' '.repeat(100_000));
    expect(fieldRefused()).toBe('companion.json');
    rmSync(join(configFolder, 'mimi-companion', 'companion.json'));
    execFileSync('mkfifo', [join(configFolder, 'mimi-companion', 'companion.json')]);
    expect(fieldRefused()).toBe('companion.json');
  });

  it('never repeats a value in its message', () => {
    try {
      readConfig({ env: { ...service, COMPANION_SERVICE_URL: 'ftp://s3cret' }, configFolder });
      expect.unreachable();
    } catch (thrown) {
      expect(String(thrown)).not.toContain('s3cret');
    }
  });
});
