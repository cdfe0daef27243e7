import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { CallbackRequest, CallbackVerdict } from './callback';
import type { IsOwnPeer } from './own-peer';
import type { StartVerdict } from './start';

/** A web server for one answer from the browser. */
export interface CallbackListener {
  /** `127.0.0.1:<port>`. */
  readonly host: string;
  /** Resolves with the one answer; null when it was closed before. */
  readonly answer: Promise<URL | null>;
  /** Somebody came to a start that another had used; true at any time before it is closed. */
  readonly isTaken: () => boolean;
  close(): void;
}

interface ListenerDeps {
  readonly judge: (request: CallbackRequest) => CallbackVerdict | StartVerdict;
  /** Programs of other users are refused before anything they ask for is looked at. */
  readonly isOwnPeer: IsOwnPeer;
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

/** Whether it comes from a program of the person's own; no, where that cannot be told. */
const isFromOwn = async (isOwnPeer: IsOwnPeer, socket: Socket): Promise<boolean> => {
  const { remoteAddress, remotePort, localAddress, localPort } = socket;
  // Gone again.
  if (!remoteAddress || !remotePort || !localAddress || !localPort) return false;
  const peer = { address: remoteAddress, port: remotePort };
  return isOwnPeer(peer, { address: localAddress, port: localPort }).catch(() => false);
};

/** Listens on loopback only, on a port of the system's choosing; takes one answer. */
export const openListener = ({ judge, isOwnPeer, page }: ListenerDeps): Promise<CallbackListener> =>
  new Promise((resolve, reject) => {
    let settle: (answer: URL | null) => void = () => undefined;
    const answer = new Promise<URL | null>((done) => (settle = done));
    let isOver = false;
    let isTaken = false;
    const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      if (!(await isFromOwn(isOwnPeer, request.socket))) {
        response.writeHead(403, HEADERS).end(page(false));
        return;
      }
      const { method, url: target, headers } = request;
      const verdict = judge({ method, host: headers.host, target });
      if (verdict.type === 'redirect' && !isOver) {
        response.writeHead(302, { ...HEADERS, location: verdict.to }).end();
        return;
      }
      const accepted = verdict.type === 'answer' && !isOver;
      response.writeHead(accepted ? 200 : 404, HEADERS);
      response.end(page(accepted));
      if (verdict.type === 'taken') isTaken = true;
      if (!accepted && !isTaken) return;
      isOver = true;
      // Once the page has gone out: what follows closes the connection.
      response.once('close', () => settle(accepted ? verdict.url : null));
    };
    const server = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
      void respond(request, response);
    });
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        host: `127.0.0.1:${port}`,
        answer,
        isTaken: () => isTaken,
        close: () => {
          isOver = true;
          settle(null);
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
