import { setTimeout as sleep } from 'node:timers/promises';
import { listen, type ServeOptions } from '../serve-http';
import { clientAddress } from './client-address';
import { createSandboxApp, type SandboxAppDeps } from './sandbox-app';

export interface SandboxDeps extends SandboxAppDeps {
  /** Addresses whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Milliseconds that running requests get to end once the sandbox stops. */
  readonly graceMs: number;
}

/** A sandbox on a port. */
export interface Sandbox {
  /** Without trailing slash. */
  readonly url: string;
  /** Takes no more requests, lets running ones end for as long as `graceMs`, and closes the database. */
  stop(): Promise<void>;
}

/**
 * How long a connection without a request is kept: longer than proxies keep theirs (a minute), or one would send a
 * request on a connection that is just being closed.
 */
const KEEP_ALIVE_MS = 75_000;

/** Serves a sandbox on a port. The database is closed when that fails, and when the sandbox stops. */
export const startSandbox = async (
  deps: SandboxDeps,
  options: Pick<ServeOptions, 'host' | 'port'>,
): Promise<Sandbox> => {
  let isStopping = false;
  try {
    const app = await createSandboxApp(deps, () => isStopping);
    const listening = await listen(async (request, sockets) => {
      const address = sockets.incoming.socket.remoteAddress ?? '';
      const forwardedFor = request.headers.get('x-forwarded-for');
      const remoteAddress = clientAddress(address, forwardedFor, deps.trustedProxies);
      return app.fetch(request, { ...sockets, remoteAddress });
    }, options);
    const { server, url } = listening;
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    return {
      url,
      stop: async () => {
        isStopping = true;
        const isEnded = new AbortController();
        const patience = sleep(deps.graceMs, undefined, isEnded).catch(() => undefined);
        await Promise.race([listening.close(), patience]);
        isEnded.abort();
        server.closeAllConnections();
        await deps.opened.close();
      },
    };
  } catch (thrown) {
    await deps.opened.close();
    throw thrown;
  }
};
