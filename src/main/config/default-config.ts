import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CompanionConfig, ConfigSources } from './config';

/** What the names of the app's own environment variables begin with. */
export const PREFIX = 'COMPANION_';

/** The product when nobody configured another one. */
export const DEFAULT_PRODUCT = { id: 'mimi-companion', name: 'Mimi Companion' };

export const DEFAULT_CONFIG: CompanionConfig = { product: DEFAULT_PRODUCT };

/** Whether there is anything to read and check; where not, the defaults spare a start the validation code. */
export const isConfigured = ({ env, configFolder }: ConfigSources): boolean =>
  Object.keys(env).some((name) => name.startsWith(PREFIX)) ||
  existsSync(join(configFolder, DEFAULT_PRODUCT.id, 'companion.json'));

/** Once read, the client secret leaves the environment: programs the app starts, such as a browser, inherit it. */
export const takeSecret = (): void => {
  delete process.env['COMPANION_CLIENT_SECRET'];
};

/** An app about to start again needs it back. */
export const giveBackSecret = ({ service }: CompanionConfig): void => {
  if (service) process.env['COMPANION_CLIENT_SECRET'] = service.clientSecret;
};
