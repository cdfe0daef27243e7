import { randomBytes, randomUUID } from 'node:crypto';
import { serveHttp } from '../src/backend/serve-http';
import { servePartner } from '../src/partner-service/serve-partner';
import { temporaryFolder } from './project';
import { runMain, say } from './report';

const HOST = '127.0.0.1';
const client = { clientId: 'companion', clientSecret: randomBytes(24).toString('base64url') };

// npm run partner: a partner for development and the service its products share; docs/partner-account.md.
await runMain(async () => {
  const service = await serveHttp(
    {
      folder: temporaryFolder('partner-service'),
      clients: [client],
      clock: Date,
      randomBytes,
      randomUUID,
      backups: false,
      mustExist: () => false,
      currentYear: () => new Date().getFullYear(),
    },
    { port: 0, host: HOST },
  );
  const partner = await servePartner({ port: 0, log: say });
  const configuration = {
    COMPANION_SERVICE_URL: service.url,
    COMPANION_CLIENT_ID: client.clientId,
    COMPANION_CLIENT_SECRET: client.clientSecret,
    COMPANION_PARTNER_NAME: 'Example Sound',
    COMPANION_PARTNER_ISSUER: partner.issuer,
    COMPANION_PARTNER_CLIENT_ID: partner.clientId,
    COMPANION_PARTNER_ASSOCIATION_URL: partner.associationUrl,
  };
  say('A partner and a service run until Ctrl+C; nothing of either is kept. Start the app with:\n');
  for (const [name, value] of Object.entries(configuration)) say(`export ${name}='${value}'`);
  say(`\nThe association API is described at ${partner.issuer}/openapi.json\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await partner.close();
  await service.close();
  return 0;
});
