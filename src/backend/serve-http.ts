import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createBackend, type Backend, type BackendDeps } from './create-backend';
import { createLimits, HTTP_LIMITS, type LimitSettings } from './limits';

export interface ServeOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  readonly limits?: LimitSettings;
}

/** A service on a port. */
export interface ServedBackend {
  /** Without trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** The adapter's request only looks like one; a plain one is what the in-process caller passes too. */
const toPlainRequest = ({ url, method, headers, body }: Request): Request => {
  const hasBody = headers.has('content-length') || headers.has('transfer-encoding');
  return new Request(url, { method, headers, ...(hasBody ? { body, duplex: 'half' } : {}) });
};

const listen = (backend: Backend, { port, host }: ServeOptions) =>
  new Promise<{ info: AddressInfo; server: ReturnType<typeof serve> }>((resolve, reject) => {
    const server = serve(
      {
        port,
        hostname: host,
        overrideGlobalObjects: false,
        fetch: (request, env) =>
          backend.fetch(toPlainRequest(request), env.incoming.socket.remoteAddress),
      },
      (info) => resolve({ info, server }),
    );
    server.once('error', reject);
  });

/** Serves the backend over HTTP, with limits by the address of the socket: a forwarded header can be forged. */
export const serveHttp = async (
  deps: Omit<BackendDeps, 'limits'>,
  options: ServeOptions,
): Promise<ServedBackend> => {
  const limits = createLimits(options.limits ?? HTTP_LIMITS);
  const backend = await createBackend({ ...deps, limits });
  try {
    const { info, server } = await listen(backend, options);
    const address = info.family === 'IPv6' ? `[${info.address}]` : info.address;
    return {
      url: `http://${address}:${String(info.port)}`,
      close: async () => {
        await new Promise<void>((resolve) => server.close(() => resolve()));
        await backend.close();
      },
    };
  } catch (thrown) {
    await backend.close();
    throw thrown;
  }
};
