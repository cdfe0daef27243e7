import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { AppError, type Result } from '../../contract/errors';
import { contract } from '../../contract/ipc/contract';
import { channelOf, event, invoke, type Contract, shapeOf } from '../../contract/ipc/define';
import { bindChannels, createAnswers, type Answers } from './bind-contract';

type Listener = (event: IpcMainInvokeEvent, input: unknown) => Promise<Result<unknown>>;

const small = {
  area: {
    double: invoke(z.strictObject({ n: z.number() }), z.strictObject({ doubled: z.number() })),
    nothing: invoke(z.void(), z.void()),
    told: event(z.string()),
  },
};

const setUp = (
  double: (input: { n: number }) => unknown = ({ n }) => ({ doubled: 2 * n }),
  loaded = true,
) => {
  const channels = new Map<string, Listener>();
  const refused = vi.fn();
  const nothing = vi.fn();
  let isTrusted = true;
  const handlers = { double: double as () => { doubled: number }, nothing };
  const loadArea = vi.fn(async () => ({ members: small.area, handlers }));
  let load: (answers: Answers) => void = () => undefined;
  bindChannels(shapeOf(small), {
    ipcMain: { handle: (channel, listener) => void channels.set(channel, listener as Listener) },
    trusts: () => isTrusted,
    answers: new Promise((resolve) => (load = resolve)),
  });
  const loadAnswers = (): void => load(createAnswers({ area: loadArea }, refused));
  if (loaded) loadAnswers();
  return {
    channels,
    loadAnswers,
    loadArea,
    refused,
    nothing,
    distrust: () => void (isTrusted = false),
    call: (name: string, input?: unknown) =>
      channels.get(channelOf('area', name))!({} as IpcMainInvokeEvent, input),
  };
};

describe('the bound contract', () => {
  it('answers a valid call with its result', async () => {
    await expect(setUp().call('double', { n: 2 })).resolves.toEqual({
      ok: true,
      value: { doubled: 4 },
    });
  });

  it('loads an area at its first call and once', async () => {
    const { call, loadArea } = setUp();
    expect(loadArea).not.toHaveBeenCalled();
    await Promise.all([call('nothing'), call('double', { n: 2 })]);
    expect(loadArea).toHaveBeenCalledOnce();
  });

  it('refuses every call of an area that does not load', async () => {
    const { call, loadArea } = setUp();
    loadArea.mockRejectedValue(new Error('/secret/path'));
    await expect(call('nothing')).resolves.toEqual({ ok: false, error: { code: 'ipc/internal' } });
  });

  it('lets a call made before the handlers are loaded wait for them', async () => {
    const { call, loadAnswers } = setUp(undefined, false);
    const early = call('double', { n: 3 });
    loadAnswers();
    await expect(early).resolves.toEqual({ ok: true, value: { doubled: 6 } });
  });

  it('asks who calls when the call comes, not when it is answered', async () => {
    const { call, loadAnswers, distrust, nothing } = setUp(undefined, false);
    distrust();
    const early = call('nothing');
    loadAnswers();
    await expect(early).resolves.toMatchObject({ error: { code: 'ipc/untrusted-sender' } });
    expect(nothing).not.toHaveBeenCalled();
  });

  it('binds calls and not events', () => {
    expect([...setUp().channels.keys()]).toEqual(['area:double', 'area:nothing']);
  });

  it('refuses a foreign sender before looking at anything', async () => {
    const { call, distrust, nothing, refused } = setUp();
    distrust();
    await expect(call('nothing')).resolves.toEqual({
      ok: false,
      error: { code: 'ipc/untrusted-sender' },
    });
    expect(nothing).not.toHaveBeenCalled();
    expect(refused).toHaveBeenCalledWith('area:nothing', 'ipc/untrusted-sender');
  });

  it.each([
    ['nothing', undefined],
    ['a wrong type', { n: '2' }],
    ['an extra field', { n: 2, m: 1 }],
    ['an own __proto__', JSON.parse('{"n":2,"__proto__":{"x":1}}')],
    ['NaN', { n: NaN }],
    ['a list', [2]],
    ['a Map', new Map([['n', 2]])],
  ])('refuses %s as input', async (_name, input) => {
    await expect(setUp().call('double', input)).resolves.toEqual({
      ok: false,
      error: { code: 'ipc/invalid-input' },
    });
  });

  it('refuses input for a call that takes none', async () => {
    const { call, nothing } = setUp();
    await expect(call('nothing', { anything: 1 })).resolves.toMatchObject({ ok: false });
    expect(nothing).not.toHaveBeenCalled();
  });

  it('passes the code of an expected failure on', async () => {
    const { call } = setUp(() => {
      throw new AppError('service/rate-limited', { retryable: true, retryAfterMs: 5 });
    });
    await expect(call('double', { n: 1 })).resolves.toEqual({
      ok: false,
      error: { code: 'service/rate-limited', retryable: true, retryAfterMs: 5 },
    });
  });

  it('tells nothing of an unexpected one', async () => {
    const { call } = setUp(() => {
      throw new Error('3f1d2c4b-5a69-4788-9900-aabbccddeeff');
    });
    expect(JSON.stringify(await call('double', { n: 1 }))).toBe(
      '{"ok":false,"error":{"code":"ipc/internal"}}',
    );
  });

  it('does not let a handler answer more than the contract names', async () => {
    const { call } = setUp(() => ({ doubled: 2, secret: 'x' }));
    expect(JSON.stringify(await call('double', { n: 1 }))).not.toContain('secret');
  });
});

it('every call of the real contract refuses a payload nobody could mean', () => {
  const areas: Contract = contract;
  for (const members of Object.values(areas)) {
    for (const member of Object.values(members)) {
      if (member.kind === 'invoke')
        expect(member.input.safeParse({ nonsense: 1 }).success).toBe(false);
    }
  }
});
