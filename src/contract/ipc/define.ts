import type { z } from 'zod';
import type { Result } from '../errors';

/** A call from a window to main. */
export interface Invoke<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'invoke';
  readonly input: I;
  readonly output: O;
}

/** A call that hands over a file. Where it lies is said by the preload, of a file the person chose or dropped. */
export interface FileCall<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'file';
  readonly input: I;
  readonly output: O;
}

/** A file as a page holds it. */
interface PageFile {
  readonly name: string;
  readonly size: number;
}

/** A message from main to a window. */
export interface Push<P extends z.ZodType = z.ZodType> {
  readonly kind: 'event';
  readonly payload: P;
}

/** Declares a call: what it takes (one object, or `z.void()`) and what it answers. */
export const invoke = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Invoke<I, O> => ({
  kind: 'invoke',
  input,
  output,
});

/** Declares a call that hands over a file: `{ path }` as main parses it, and what it answers. */
export const file = <I extends z.ZodType<{ path: string }>, O extends z.ZodType>(
  input: I,
  output: O,
): FileCall<I, O> => ({ kind: 'file', input, output });

/** Declares an event: what it carries. */
export const event = <P extends z.ZodType>(payload: P): Push<P> => ({ kind: 'event', payload });

/** Calls and events that belong together. */
export type Area = Readonly<Record<string, Invoke | FileCall | Push>>;

/** Calls and events by area. Everything else about the process border derives from one of these. */
export type Contract = Readonly<Record<string, Area>>;

/** Channel of a member; never written by hand. */
export const channelOf = (area: string, member: string): string => `${area}:${member}`;

/** Area of a channel. */
export const areaOf = (channel: string): string => channel.slice(0, channel.indexOf(':'));

type CallOf<T> =
  T extends Invoke<infer I, infer O>
    ? (input: z.input<I>) => Promise<Result<z.output<O>>>
    : T extends FileCall<z.ZodType, infer O>
      ? (file: PageFile) => Promise<Result<z.output<O>>>
      : T extends Push<infer P>
        ? (listener: (payload: z.output<P>) => void) => () => void
        : never;

/** What a window's preload exposes: calls answer a `Result`, events take a listener and return its removal. */
export type ApiOf<C extends Contract> = {
  readonly [A in keyof C]: { readonly [M in keyof C[A]]: CallOf<C[A][M]> };
};

type InvokesOf<A> = { [M in keyof A as A[M] extends Invoke | FileCall ? M : never]: A[M] };

/** What main must supply: a handler for every call; a missing one does not compile. */
export type HandlersOf<C extends Contract> = {
  readonly [A in keyof C]: {
    readonly [M in keyof InvokesOf<C[A]>]: C[A][M] extends
      Invoke<infer I, infer O> | FileCall<infer I, infer O>
      ? (input: z.output<I>) => Promise<z.input<O>> | z.input<O>
      : never;
  };
};

/** Names and kinds without the schemas: all that a preload needs. */
export type Shape = Readonly<Record<string, Readonly<Record<string, 'invoke' | 'file' | 'event'>>>>;

/** The shape of a contract, computed at build time so that no window loads the schemas. */
export const shapeOf = (contract: Contract): Shape =>
  Object.fromEntries(
    Object.entries(contract).map(([area, members]) => [
      area,
      Object.fromEntries(Object.entries(members).map(([name, member]) => [name, member.kind])),
    ]),
  );
