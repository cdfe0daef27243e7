import { parseArgs } from 'node:util';
import { z } from 'zod';

const NAMED = /^[\x21-\x7e]{1,200}$/;
const digits = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const allowance = digits.pipe(z.int().min(1).max(1_000_000));

const configSchema = z.strictObject({
  host: z
    .string()
    .regex(/^[\w.:-]{1,253}$/)
    .default('127.0.0.1'),
  port: digits.pipe(z.int().max(65_535)).default(8787),
  /** Folder of the database, unless PostgreSQL has it. */
  data: z.string().min(1).default('sandbox-data'),
  databaseUrl: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  clientId: z.string().regex(NAMED).default('companion'),
  /** Made and shown at the start unless given. */
  clientSecret: z.string().regex(NAMED).min(8).optional(),
  adminToken: z
    .string()
    .regex(/^[\w.~+/-]{16,512}=*$/)
    .optional(),
  /** Addresses whose X-Forwarded-For is believed; none unless told. */
  trustedProxies: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim()))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6()])))
    .default([]),
  creationsPerHour: allowance.default(10_000),
  failedLoginsPerTenMinutes: allowance.default(1_000),
});

export type SandboxConfig = z.infer<typeof configSchema>;

type Field = keyof SandboxConfig;

const VARIABLES = {
  SANDBOX_HOST: 'host',
  SANDBOX_PORT: 'port',
  SANDBOX_DATA: 'data',
  SANDBOX_CLIENT_ID: 'clientId',
  SANDBOX_CLIENT_SECRET: 'clientSecret',
  SANDBOX_ADMIN_TOKEN: 'adminToken',
  SANDBOX_TRUSTED_PROXIES: 'trustedProxies',
  SANDBOX_CREATIONS_PER_HOUR: 'creationsPerHour',
  SANDBOX_FAILED_LOGINS: 'failedLoginsPerTenMinutes',
  DATABASE_URL: 'databaseUrl',
} as const satisfies Record<string, Field>;

/** No secret is a switch: everybody on a computer sees the arguments of everybody's programs. */
const SWITCHES = ['host', 'port', 'data'] as const satisfies readonly Field[];

/** What `--help` tells. */
export const SANDBOX_USAGE = `npm run sandbox -- [--host ADDRESS] [--port PORT] [--data FOLDER]

Serves the service and its emulator over HTTP: by default on 127.0.0.1, port 8787, with a SQLite database in sandbox-data.
Secrets that are not given are made and printed at the start.

Variables: ${Object.keys(VARIABLES).join('\n           ')}

docs/sandbox.md tells what each may be.
`;

/** A setting that cannot be used. Names the variable or switch, never its value. */
export class SandboxConfigError extends Error {
  override readonly name = 'SandboxConfigError';

  constructor(readonly field: string) {
    super(`${field} cannot be used; docs/sandbox.md says what it may be`);
  }
}

const readSwitches = (args: readonly string[]): Partial<Record<Field, string>> => {
  const options = Object.fromEntries(SWITCHES.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch {
    // Up to the sign only: a secret may have been given like a switch.
    const given = args.filter((one) => one.startsWith('-')).map((one) => one.replace(/=.*/s, ''));
    const unknown = given.find((one) => !SWITCHES.some((name) => one === `--${name}`));
    throw new SandboxConfigError(unknown ?? given[0] ?? 'An argument');
  }
};

/**
 * The configuration from switches and variables; switches win. Throws `SandboxConfigError` for a value that cannot be
 * used and for a SANDBOX_ variable that does not exist.
 */
export const readSandboxConfig = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): SandboxConfig => {
  const unknown = Object.keys(env).find(
    (name) => name.startsWith('SANDBOX_') && !(name in VARIABLES),
  );
  if (unknown !== undefined) throw new SandboxConfigError(unknown);
  const switches = readSwitches(args);
  const entries = Object.entries(VARIABLES);
  const given = entries.flatMap(([name, field]) =>
    env[name] === undefined ? [] : [[field, env[name]] as const],
  );
  const read = configSchema.safeParse({ ...Object.fromEntries(given), ...switches });
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path[0];
  if (SWITCHES.some((name) => name === field && switches[name] !== undefined)) {
    throw new SandboxConfigError(`--${String(field)}`);
  }
  throw new SandboxConfigError(entries.find(([, one]) => one === field)?.[0] ?? 'A setting');
};
