import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { createBackend, type BackendDeps } from './create-backend';
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

/** A server that listens. */
export interface Listening {
  /** Without trailing slash. */
  readonly url: string;
  readonly server: Server;
  /** Takes no more connections and waits until nothing runs any more, also for clients that have gone. */
  close(): Promise<void>;
}

/**
 * Connections that have not asked anything: clients keep one ready, or go away while they open it. Node counts them as
 * busy, so each would hold up a stop for as long as its other side likes.
 */
const watchSilent = (server: Server): ReadonlySet<Socket> => {
  const silent = new Set<Socket>();
  server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }) => silent.delete(socket));
  return silent;
};

/** Answers HTTP requests with `fetch`. Rejects when the port cannot be had. */
export const listen = (
  fetch: (request: Request, sockets: HttpBindings) => Promise<Response>,
  { port, host }: Pick<ServeOptions, 'port' | 'host'>,
): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const running = new Set<Promise<Response>>();
    const server = createAdaptorServer({
      hostname: host,
      overrideGlobalObjects: false,
      createServer,
      fetch: (request, sockets) => {
        // With `createServer` of node:http these are its sockets, not those of HTTP/2.
        const run = fetch(toPlainRequest(request), sockets as HttpBindings);
        running.add(run);
        return run.finally(() => running.delete(run));
      },
    }) as Server;
    const silent = watchSilent(server);
    const close = async (): Promise<void> => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of silent) socket.destroy();
      await closed;
      await Promise.allSettled(running);
    };
    server.once('error', reject);
    server.listen(port, host, () => {
      const { address, family, port: got } = server.address() as AddressInfo;
      const name = family === 'IPv6' ? `[${address}]` : address;
      resolve({ server, url: `http://${name}:${String(got)}`, close });
    });
  });

/** Serves the backend over HTTP, with limits by the address of the socket: a forwarded header can be forged. */
export const serveHttp = async (
  deps: Omit<BackendDeps, 'limits'>,
  options: ServeOptions,
): Promise<ServedBackend> => {
  const limits = createLimits(options.limits ?? HTTP_LIMITS);
  const backend = await createBackend({ ...deps, limits });
  try {
    const listening = await listen(
      (request, { incoming }) => backend.fetch(request, incoming.socket.remoteAddress),
      options,
    );
    return {
      url: listening.url,
      close: async () => {
        await listening.close();
        await backend.close();
      },
    };
  } catch (thrown) {
    await backend.close();
    throw thrown;
  }
};
