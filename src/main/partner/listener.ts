import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallbackRequest, CallbackVerdict } from './callback';

/** A web server for one answer from the browser. */
export interface CallbackListener {
  /** `127.0.0.1:<port>`. */
  readonly host: string;
  /** Resolves with the one answer; null when it was closed before. */
  readonly answer: Promise<URL | null>;
  close(): void;
}

interface ListenerDeps {
  readonly judge: (request: CallbackRequest) => CallbackVerdict;
  /** The page a browser shows then. */
  readonly page: (accepted: boolean) => string;
}

/** What every page here is sent with: no script, no cache, no trace of this address elsewhere. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

/** Listens on loopback only, on a port of the system's choosing, until one answer was accepted. */
export const openListener = ({ judge, page }: ListenerDeps): Promise<CallbackListener> =>
  new Promise((resolve, reject) => {
    let settle: (answer: URL | null) => void = () => undefined;
    const answer = new Promise<URL | null>((done) => (settle = done));
    let isOver = false;
    const server = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
      const { method, url: target, headers } = request;
      const verdict = isOver
        ? { type: 'refused' as const }
        : judge({ method, host: headers.host, target });
      const accepted = verdict.type === 'answer';
      response.writeHead(accepted ? 200 : 404, HEADERS);
      response.end(page(accepted));
      if (verdict.type !== 'answer') return;
      isOver = true;
      settle(verdict.url);
      server.close();
    });
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        host: `127.0.0.1:${port}`,
        answer,
        close: () => {
          isOver = true;
          settle(null);
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
