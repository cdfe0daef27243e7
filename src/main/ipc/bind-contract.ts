import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { toAppError, AppError, type ErrorCode, type Result } from '../../contract/errors';
import {
  channelOf,
  type Contract,
  type HandlersOf,
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
  call: Invoke,
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

/**
 * Answers every call of `contract`: strict parse, handler, typed result. A refusal is a typed error, never
 * undefined and never an exception.
 */
export const createAnswers = <C extends Contract>(
  contract: C,
  handlers: HandlersOf<C>,
  refused: Answers['refused'],
): Answers => {
  const calls = new Map<string, (input: unknown) => Promise<Result<unknown>>>();
  for (const [area, members] of Object.entries(contract)) {
    const areaHandlers: Readonly<Record<string, (input: never) => unknown>> = handlers[area] ?? {};
    for (const [name, member] of Object.entries(members)) {
      if (member.kind !== 'invoke') continue;
      const handler = areaHandlers[name] as (input: unknown) => unknown;
      calls.set(channelOf(area, name), createCall(member, handler));
    }
  }
  return {
    refused,
    answer: (channel, input) =>
      calls.get(channel)?.(input) ?? Promise.resolve(failure(new AppError('ipc/internal'))),
  };
};

/**
 * Binds every call of a contract's `shape`, with its schemas still to come: so no page finds a channel
 * unguarded, and none waits for validation code to be loaded.
 */
export const bindChannels = (shape: Shape, { ipcMain, trusts, answers }: BindDeps): void => {
  for (const [area, members] of Object.entries(shape)) {
    for (const [name, kind] of Object.entries(members)) {
      if (kind !== 'invoke') continue;
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
