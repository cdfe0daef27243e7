import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { toAppError, AppError, type ErrorCode, type Result } from '../../contract/errors';
import { channelOf, type Contract, type HandlersOf, type Invoke } from '../../contract/ipc/define';

/** What binding needs; `trusts` is asked synchronously, before any work. */
export interface BindDeps {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly trusts: (event: IpcMainInvokeEvent) => boolean;
  readonly refused: (channel: string, code: ErrorCode) => void;
}

const failure = (error: AppError): Result<never> => ({ ok: false, error: error.toJSON() });

const answer = async (
  call: Invoke,
  handler: (input: unknown) => unknown,
  input: unknown,
): Promise<Result<unknown>> => {
  const parsed = call.input.safeParse(input);
  if (!parsed.success) return failure(new AppError('ipc/invalid-input'));
  try {
    // A strict output schema cannot carry what it does not name, such as an id.
    return { ok: true, value: call.output.parse(await handler(parsed.data)) };
  } catch (thrown) {
    return failure(toAppError(thrown));
  }
};

/**
 * Answers every call of `contract`: trusted sender, strict parse, handler, typed result.
 * A refusal is a typed error, never undefined and never an exception.
 */
export const bindContract = <C extends Contract>(
  contract: C,
  handlers: HandlersOf<C>,
  { ipcMain, trusts, refused }: BindDeps,
): void => {
  for (const [area, members] of Object.entries(contract)) {
    const areaHandlers: Readonly<Record<string, (input: never) => unknown>> = handlers[area] ?? {};
    for (const [name, member] of Object.entries(members)) {
      if (member.kind !== 'invoke') continue;
      const handler = areaHandlers[name] as (input: unknown) => unknown;
      const channel = channelOf(area, name);
      ipcMain.handle(channel, async (event, input: unknown) => {
        const result = trusts(event)
          ? await answer(member, handler, input)
          : failure(new AppError('ipc/untrusted-sender'));
        if (!result.ok && result.error.code.startsWith('ipc/')) refused(channel, result.error.code);
        return result;
      });
    }
  }
};
