import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { toAppError, AppError, type ErrorCode, type Result } from '../../contract/errors';
import {
  areaOf,
  channelOf,
  type Area,
  type Contract,
  type HandlersOf,
  type FileCall,
  type Invoke,
  type Shape,
} from '../../contract/ipc/define';

/** Answers calls whose sender is trusted already, by channel. */
export interface Answers {
  readonly answer: (channel: string, input: unknown) => Promise<Result<unknown>>;
  readonly refused: (channel: string, code: ErrorCode) => void;
}

/** What binding needs; `trusts` is asked synchronously, before any work. */
export interface BindDeps {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly trusts: (event: IpcMainInvokeEvent) => boolean;
  /** May come later: until then calls of trusted senders wait. */
  readonly answers: Promise<Answers>;
}

const failure = (error: AppError): Result<never> => ({ ok: false, error: error.toJSON() });

/** Checks each answer once: the same object again, such as an unchanged snapshot, is known to be good. */
const createCheck = (output: Invoke['output']): ((value: unknown) => unknown) => {
  const known = new WeakMap<object, unknown>();
  return (value) => {
    if (typeof value !== 'object' || value === null) return output.parse(value);
    if (!known.has(value)) known.set(value, output.parse(value));
    return known.get(value);
  };
};

const createCall = (
  call: Invoke | FileCall,
  handler: (input: unknown) => unknown,
): ((input: unknown) => Promise<Result<unknown>>) => {
  const check = createCheck(call.output);
  return async (input) => {
    const parsed = call.input.safeParse(input);
    if (!parsed.success) return failure(new AppError('ipc/invalid-input'));
    try {
      // A strict output schema cannot carry what it does not name, such as an id.
      return { ok: true, value: check(await handler(parsed.data)) };
    } catch (thrown) {
      return failure(toAppError(thrown));
    }
  };
};

/** An area's schemas with what handles its calls. */
interface LoadedArea<M extends Area, H> {
  readonly members: M;
  readonly handlers: H;
}

/** Loads every area of a contract; a missing area or handler does not compile. */
export type AreaLoaders<C extends Contract> = {
  readonly [A in keyof C]: () => Promise<LoadedArea<C[A], HandlersOf<C>[A]>>;
};

type Calls = ReadonlyMap<string, (input: unknown) => Promise<Result<unknown>>>;

const callsOf = async (
  area: string,
  load: () => Promise<LoadedArea<Area, object>>,
): Promise<Calls> => {
  const { members, handlers } = await load();
  const byName = handlers as Readonly<Record<string, (input: unknown) => unknown>>;
  const calls = new Map<string, (input: unknown) => Promise<Result<unknown>>>();
  for (const [name, member] of Object.entries(members)) {
    const handler = byName[name];
    if (member.kind !== 'event' && handler)
      calls.set(channelOf(area, name), createCall(member, handler));
  }
  return calls;
};

/**
 * Answers every call of a contract: strict parse, handler, typed result. A refusal is a typed error, never
 * undefined and never an exception. An area is loaded at its first call: what a start does not ask costs it nothing.
 */
export const createAnswers = <C extends Contract>(
  areas: AreaLoaders<C>,
  refused: Answers['refused'],
): Answers => {
  const loading = new Map<string, Promise<Calls>>();
  const callsIn = (area: string): Promise<Calls> => {
    const load = Object.hasOwn(areas, area) ? areas[area] : undefined;
    const calls = loading.get(area) ?? (load ? callsOf(area, load) : Promise.resolve(new Map()));
    loading.set(area, calls);
    return calls;
  };
  return {
    refused,
    async answer(channel, input) {
      try {
        const call = (await callsIn(areaOf(channel))).get(channel);
        return call ? await call(input) : failure(new AppError('ipc/internal'));
      } catch (thrown) {
        return failure(toAppError(thrown));
      }
    },
  };
};

/**
 * Binds every call of a contract's `shape`, with its schemas still to come: so no page finds a channel
 * unguarded, and none waits for validation code to be loaded.
 */
export const bindChannels = (shape: Shape, { ipcMain, trusts, answers }: BindDeps): void => {
  for (const [area, members] of Object.entries(shape)) {
    for (const [name, kind] of Object.entries(members)) {
      if (kind === 'event') continue;
      const channel = channelOf(area, name);
      ipcMain.handle(channel, async (event, input: unknown) => {
        const isTrusted = trusts(event);
        const { answer, refused } = await answers;
        const result = isTrusted
          ? await answer(channel, input)
          : failure(new AppError('ipc/untrusted-sender'));
        if (!result.ok && result.error.code.startsWith('ipc/')) refused(channel, result.error.code);
        return result;
      });
    }
  }
};
