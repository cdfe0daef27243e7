import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What can happen between the app and its service. */
export type Fault =
  | { readonly type: 'none' | 'hang' | 'held-reply' | 'lost-reply' | 'html' | 'wrong-id' }
  | { readonly type: 'status'; readonly status: number; readonly retryAfter?: string }
  | { readonly type: 'redirect'; readonly to: string };

/** One request as it passed, with the reply of the service if it got that far. */
export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly reply?: { readonly status: number; readonly body: string };
}

/** A loopback proxy in front of a service that misbehaves on demand. */
export interface FaultProxy {
  readonly url: string;
  readonly passed: readonly Passed[];
  /** From now on every request, or those of one path, meet this. */
  set(fault: Fault, only?: string): void;
  /** Resolves when the next request for `path` has met its fault; a reply may still be on its way. */
  next(path: string): Promise<void>;
  /** Refuses connections until `plugIn`. */
  unplug(): Promise<void>;
  plugIn(): Promise<void>;
  close(): Promise<void>;
}

const HTML = '<!doctype html><title>Welcome to our Wi-Fi</title><p>Please sign in';
const HOP_BY_HOP = ['host', 'connection', 'content-length', 'transfer-encoding'];

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const forward = async (
  target: string,
  request: IncomingMessage,
  body: string,
): Promise<Response> => {
  const headers = Object.entries(request.headers).filter(([name]) => !HOP_BY_HOP.includes(name));
  const { method = 'GET', url = '/' } = request;
  return fetch(target + url, {
    method,
    headers: Object.fromEntries(headers) as Record<string, string>,
    ...(body === '' ? {} : { body }),
  });
};

const someoneElse = (body: string): string =>
  body.replace(/("anonymousId":")[0-9a-f-]{36}/, '$1aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa');

/** Starts the proxy on a free port of 127.0.0.1. */
export const startFaultProxy = async (target: string): Promise<FaultProxy> => {
  const passed: Passed[] = [];
  const waiting: { readonly path: string; readonly resolve: () => void }[] = [];
  const note = (request: Passed): void => {
    passed.push(request);
    for (const { path, resolve } of waiting) if (path === request.path) resolve();
  };
  let wanted: { readonly fault: Fault; readonly only?: string | undefined } = {
    fault: { type: 'none' },
  };

  const pass = async (
    request: IncomingMessage,
    body: string,
    response: ServerResponse,
    fault: Fault,
  ) => {
    const reply = await forward(target, request, body);
    const text = await reply.text();
    const { method = 'GET', url: path = '/' } = request;
    note({ method, path, body, reply: { status: reply.status, body: text } });
    if (fault.type === 'held-reply') return undefined;
    if (fault.type === 'lost-reply') return response.destroy();
    const type = reply.headers.get('content-type');
    const retryAfter = reply.headers.get('retry-after');
    response.writeHead(reply.status, {
      ...(type && { 'content-type': type }),
      ...(retryAfter && { 'retry-after': retryAfter }),
    });
    return response.end(fault.type === 'wrong-id' ? someoneElse(text) : text);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const body = await bodyOf(request);
    const { method = 'GET', url: path = '/' } = request;
    const { fault }: { fault: Fault } =
      wanted.only === undefined || wanted.only === path ? wanted : { fault: { type: 'none' } };
    switch (fault.type) {
      case 'none':
      case 'held-reply':
      case 'lost-reply':
      case 'wrong-id':
        return pass(request, body, response, fault);
      case 'hang':
        note({ method, path, body });
        return undefined;
      case 'html':
        note({ method, path, body });
        return response.writeHead(200, { 'content-type': 'text/html' }).end(HTML);
      case 'status':
        note({ method, path, body });
        return response
          .writeHead(fault.status, fault.retryAfter ? { 'retry-after': fault.retryAfter } : {})
          .end();
      case 'redirect':
        note({ method, path, body });
        return response.writeHead(307, { location: fault.to + path }).end();
      default:
        return fault satisfies never;
    }
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const unplug = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    passed,
    set: (fault, only) => void (wanted = { fault, only }),
    next: (path) => new Promise((resolve) => waiting.push({ path, resolve })),
    unplug,
    plugIn: () => listen(port),
    close: async () => {
      if (server.listening) await unplug();
    },
  };
};
