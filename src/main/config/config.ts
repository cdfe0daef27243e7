import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { USUAL_FREQUENCIES_HZ } from '../../hearing/threshold-test/config';
import { DEFAULT_PRODUCT, PREFIX } from './default-config';

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** https, or http on this very computer; nothing beside host and path. */
const urlSchema = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const secure = url.protocol === 'https:';
  const local = url.protocol === 'http:' && LOOPBACK_HOSTS.includes(url.hostname);
  return (secure || local) && !url.username && !url.password && !url.search && !url.hash;
});

const serviceUrlSchema = urlSchema.transform((text) => text.replace(/\/+$/, ''));

const productSchema = z.strictObject({
  /** Names the data folder; never changes after a release. */
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  /** Shown as the app's name, and the name the keyring entry is filed under. */
  name: z.string().min(1).max(40),
});

/** A remote service and what opens it. */
export const serviceSchema = z.strictObject({
  baseUrl: serviceUrlSchema,
  clientId: z.string().min(1).max(128),
  clientSecret: z.string().min(1).max(512),
});

const partnerSchema = z.strictObject({
  /** What people call the partner; part of sentences on the screen. */
  name: z.string().min(1).max(60),
  /** OpenID Connect issuer, exactly as its tokens name it. */
  issuer: urlSchema,
  /** A public client: PKCE, no secret, redirects to 127.0.0.1 with any port. */
  clientId: z.string().min(1).max(128),
  /** Where the signed-in account's anonymousId is kept. */
  associationUrl: urlSchema,
});

const testSchema = z.strictObject({
  /** What a test measures, in Hz, for demonstrations and automated listeners; 1 kHz is what the rest is judged by. */
  frequenciesHz: z
    .array(z.literal(USUAL_FREQUENCIES_HZ))
    .refine((list) => list.includes(1000) && new Set(list).size === list.length),
});

const configSchema = z.strictObject({
  product: productSchema,
  service: serviceSchema.optional(),
  /** Used only together with a remote service: what the embedded one keeps is on this computer alone. */
  partner: partnerSchema.optional(),
  test: testSchema.optional(),
});

/** The app's configuration: which product it is and, if any, the remote service it uses. */
export type CompanionConfig = z.infer<typeof configSchema>;
export type PartnerConfig = z.infer<typeof partnerSchema>;

/** A setting that cannot be used. Names the field and never its value, which may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly field: string) {
    super(`config/invalid ${field}`);
  }
}

/** Where configuration comes from. */
export interface ConfigSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The person's configuration folder, such as ~/.config. */
  readonly configFolder: string;
}

const VARIABLES = {
  COMPANION_PRODUCT_ID: ['product', 'id'],
  COMPANION_PRODUCT_NAME: ['product', 'name'],
  COMPANION_SERVICE_URL: ['service', 'baseUrl'],
  COMPANION_CLIENT_ID: ['service', 'clientId'],
  COMPANION_CLIENT_SECRET: ['service', 'clientSecret'],
  COMPANION_PARTNER_NAME: ['partner', 'name'],
  COMPANION_PARTNER_ISSUER: ['partner', 'issuer'],
  COMPANION_PARTNER_CLIENT_ID: ['partner', 'clientId'],
  COMPANION_PARTNER_ASSOCIATION_URL: ['partner', 'associationUrl'],
  COMPANION_TEST_FREQUENCIES: ['test', 'frequenciesHz'],
} as const;

/** A list is written `1000 4000`. */
const valueOf = (variable: string, text: string): unknown =>
  variable === 'COMPANION_TEST_FREQUENCIES'
    ? text
        .trim()
        .split(/[\s,]+/)
        .map(Number)
    : text;

type Draft = Record<string, Record<string, unknown>>;

const draftSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

const MAX_FILE_BYTES = 64 * 1024;

const readDraft = (file: string): Draft => {
  let text: string;
  try {
    const facts = statSync(file);
    // Reading a pipe would wait for ever.
    if (!facts.isFile() || facts.size > MAX_FILE_BYTES) throw new ConfigError('companion.json');
    text = readFileSync(file, 'utf8');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return {};
    throw new ConfigError('companion.json');
  }
  try {
    return draftSchema.parse(JSON.parse(text));
  } catch {
    throw new ConfigError('companion.json');
  }
};

const productIdOf = (env: ConfigSources['env']): string => {
  const parsed = productSchema.shape.id.safeParse(
    env['COMPANION_PRODUCT_ID'] ?? DEFAULT_PRODUCT.id,
  );
  if (!parsed.success) throw new ConfigError('COMPANION_PRODUCT_ID');
  return parsed.data;
};

const nameOf = (path: readonly PropertyKey[], env: ConfigSources['env']): string => {
  const variable = Object.entries(VARIABLES).find(
    ([name, place]) => env[name] !== undefined && place.join('.') === path.slice(0, 2).join('.'),
  );
  return variable?.[0] ?? (path.map(String).join('.') || 'companion.json');
};

/**
 * Reads `<configFolder>/<product id>/companion.json`, lets COMPANION_* variables win, and checks the whole.
 * Throws ConfigError naming the first field that is wrong.
 */
export const readConfig = ({ env, configFolder }: ConfigSources): CompanionConfig => {
  // A misspelt name must not silently mean the embedded service.
  const unknown = Object.keys(env).find((name) => name.startsWith(PREFIX) && !(name in VARIABLES));
  if (unknown !== undefined) throw new ConfigError(unknown);
  const productId = productIdOf(env);
  const file = readDraft(join(configFolder, productId, 'companion.json'));
  const draft: Draft = {
    ...file,
    product: { ...DEFAULT_PRODUCT, id: productId, ...file['product'] },
  };
  for (const [variable, [area, field]] of Object.entries(VARIABLES)) {
    const text = env[variable];
    if (text !== undefined) draft[area] = { ...draft[area], [field]: valueOf(variable, text) };
  }
  const parsed = configSchema.safeParse(draft);
  if (!parsed.success) throw new ConfigError(nameOf(parsed.error.issues[0]?.path ?? [], env));
  if (parsed.data.product.id !== productId) throw new ConfigError('product.id');
  return parsed.data;
};
