import { channelOf, type Shape } from '../contract/ipc/define';

/** The two calls of Electron's `ipcRenderer` that a preload needs. */
export interface RendererIpc {
  invoke(channel: string, input?: unknown): Promise<unknown>;
  on(channel: string, listener: (event: unknown, payload: unknown) => void): unknown;
  off(channel: string, listener: (event: unknown, payload: unknown) => void): unknown;
}

/** Where a file that the person chose or dropped lies; empty for anything a page made up. */
export type PathOf = (file: unknown) => string;

type Member = (argument?: unknown) => unknown;

const isListener = (value: unknown): value is (payload: unknown) => void =>
  typeof value === 'function';

const buildMember = (
  ipc: RendererIpc,
  channel: string,
  kind: Shape[string][string],
  pathOf: PathOf,
): Member => {
  if (kind === 'invoke') return (input) => ipc.invoke(channel, input);
  // Only the path leaves: a page cannot name one of its own.
  if (kind === 'file') return (file) => ipc.invoke(channel, { path: pathOf(file) });
  return (listener) => {
    if (!isListener(listener)) throw new TypeError(channel);
    // Data only: the event object, which can reach main, stays here.
    const forward = (_event: unknown, payload: unknown): void => listener(payload);
    ipc.on(channel, forward);
    return () => void ipc.off(channel, forward);
  };
};

/** Fixed functions for every member of a contract's shape, and nothing else. */
export const buildApi = (
  shape: Shape,
  ipc: RendererIpc,
  pathOf: PathOf = () => '',
): Readonly<Record<string, Readonly<Record<string, Member>>>> =>
  Object.fromEntries(
    Object.entries(shape).map(([area, members]) => [
      area,
      Object.fromEntries(
        Object.entries(members).map(([name, kind]) => [
          name,
          buildMember(ipc, channelOf(area, name), kind, pathOf),
        ]),
      ),
    ]),
  );
