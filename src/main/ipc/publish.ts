import type { WebContents } from 'electron';
import type { z } from 'zod';
import { channelOf, type Contract, type Push } from '../../contract/ipc/define';

type EventNames<A> = { [M in keyof A]: A[M] extends Push ? M : never }[keyof A] & string;
type PayloadOf<T> = T extends Push<infer P> ? z.input<P> : never;

/** Sends one event of `contract` to the windows given; its payload is checked like any answer. */
export const publish = <C extends Contract, A extends keyof C & string, M extends EventNames<C[A]>>(
  contract: C,
  windows: readonly WebContents[],
  area: A,
  name: M,
  payload: PayloadOf<C[A][M]>,
): void => {
  const member = contract[area]?.[name];
  if (member?.kind !== 'event') return;
  const checked: unknown = member.payload.parse(payload);
  for (const window of windows) {
    if (!window.isDestroyed()) window.send(channelOf(area, name), checked);
  }
};

/** Sends one event of a contract to the windows it belongs to. */
export type PublishTo<C extends Contract> = <
  A extends keyof C & string,
  M extends EventNames<C[A]>,
>(
  area: A,
  name: M,
  payload: PayloadOf<C[A][M]>,
) => void;
