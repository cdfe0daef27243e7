import { describe, expect, it } from 'vitest';
import { readSandboxConfig, SandboxConfigError } from './config';

const fieldRefused = (args: string[], env: Record<string, string> = {}): string => {
  try {
    readSandboxConfig(args, env);
  } catch (thrown) {
    if (thrown instanceof SandboxConfigError) return thrown.field;
    throw thrown;
  }
  return 'accepted';
};

describe('readSandboxConfig', () => {
  it('needs nothing: loopback, SQLite in a folder, no proxy believed', () => {
    expect(readSandboxConfig([], {})).toEqual({
      host: '127.0.0.1',
      port: 8787,
      data: 'sandbox-data',
      clientId: 'companion',
      trustedProxies: [],
      creationsPerHour: 10_000,
      failedLoginsPerTenMinutes: 1_000,
    });
  });

  it('lets switches win over variables and ignores the variables of others', () => {
    const env = {
      SANDBOX_PORT: '1',
      SANDBOX_HOST: '::1',
      HOME: '/',
      DATABASE_URL: 'postgres://a@b/c',
    };
    const config = readSandboxConfig(['--port', '2', '--data=here'], env);
    expect(config).toMatchObject({
      host: '::1',
      port: 2,
      data: 'here',
      databaseUrl: 'postgres://a@b/c',
    });
  });

  it('reads a list of trusted proxies', () => {
    const config = readSandboxConfig([], { SANDBOX_TRUSTED_PROXIES: '10.0.0.1, ::1' });
    expect(config.trustedProxies).toEqual(['10.0.0.1', '::1']);
  });

  it.each([
    ['SANDBOX_HOST', 'a b'],
    ['SANDBOX_PORT', '65536'],
    ['SANDBOX_PORT', 'http'],
    ['SANDBOX_PORT', ''],
    ['SANDBOX_DATA', ''],
    ['SANDBOX_CLIENT_ID', 'a b'],
    ['SANDBOX_CLIENT_SECRET', 'short'],
    ['SANDBOX_ADMIN_TOKEN', 'short'],
    ['SANDBOX_ADMIN_TOKEN', 'sixteen characters and a space'],
    ['SANDBOX_TRUSTED_PROXIES', 'anybody'],
    ['SANDBOX_CREATIONS_PER_HOUR', '0'],
    ['SANDBOX_FAILED_LOGINS', '1.5'],
    ['DATABASE_URL', 'mysql://a@b/c'],
    ['SANDBOX_ADMIN', 'x'],
  ])('refuses %s=%j by its name', (name, value) => {
    expect(fieldRefused([], { [name]: value })).toBe(name);
  });

  it.each([
    [['--port', '70000'], '--port'],
    [['--host', ''], '--host'],
    [['--admin-token', 'x'.repeat(20)], '--admin-token'],
    [[`--admin-token=${'x'.repeat(20)}`], '--admin-token'],
    [['--port'], '--port'],
    [['--port', '1', '--nope'], '--nope'],
    [['stray'], 'An argument'],
  ])('refuses %j by its name', (args, name) => {
    expect(fieldRefused(args)).toBe(name);
  });

  it('never repeats a value in its message', () => {
    const secret = 'postgres-password';
    expect(() => readSandboxConfig([], { DATABASE_URL: secret })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(secret) as unknown }),
    );
  });
});
