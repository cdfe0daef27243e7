import type { ServicePort } from '../mimi-core/ports';
import type { SessionRecords } from '../mimi-core/records';
import type { CompanionDeps } from './create-companion';
import { createEmbeddedService } from './embedded-service';

/** The service to use, and what opens it: the configured remote one, else the embedded one. */
export const chooseService = (
  folder: string,
  { config, clock, networkFetch, embeddedService = createEmbeddedService }: CompanionDeps,
  records: () => SessionRecords,
  restored: () => void,
) => {
  const { service } = config;
  if (!service) {
    const embedded = embeddedService({ folder, clock, records, restored });
    const { clientId, clientSecret } = embedded;
    return { port: embedded as ServicePort, clientId, clientSecret, embedded };
  }
  const { baseUrl, clientId, clientSecret } = service;
  const id = `${baseUrl}#${clientId}`;
  const port: ServicePort = { id, baseUrl, fetch: networkFetch };
  return { port, clientId, clientSecret, embedded: null };
};
