import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AskMessage, ChildMessage } from './protocol';
import { createSpares, openProcess, type RawProcess } from './scratch-process';

/** A process that does nothing by itself. */
const createFake = () => {
  const sent: AskMessage[] = [];
  let answer: (message: ChildMessage) => void = () => undefined;
  let end: (how: string) => void = () => undefined;
  const raw: RawProcess = {
    kill: () => end('SIGKILL'),
    send: (message) => void sent.push(message),
    onMessage: (listener) => (answer = listener),
    onGone: (listener) => (end = listener),
  };
  return { raw, sent, answer: (m: ChildMessage) => answer(m), end: (how: string) => end(how) };
};

describe('a scratch process', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gives each answer to the question it belongs to, in whatever order they come', async () => {
    const { raw, sent, answer } = createFake();
    const process = openProcess(() => raw);
    const users = process.ask('countUsers', null);
    const memory = process.ask('memory', null);
    expect(sent.map(({ name }) => name)).toEqual(['countUsers', 'memory']);
    answer({ type: 'answer', seq: sent[1]!.seq, value: { heapBytes: 1, residentBytes: 2 } });
    answer({ type: 'answer', seq: sent[0]!.seq, value: 7 });
    await expect(users).resolves.toBe(7);
    await expect(memory).resolves.toEqual({ heapBytes: 1, residentBytes: 2 });
  });

  it('refuses with the code of what was refused, and passes over answers to nothing', async () => {
    const { raw, sent, answer } = createFake();
    const refresh = openProcess(() => raw).ask('refresh', null);
    answer({ type: 'answer', seq: 999, value: null });
    answer({ type: 'refused', seq: sent[0]!.seq, code: 'session/no-user' });
    await expect(refresh).rejects.toMatchObject({ code: 'session/no-user' });
  });

  it('refuses whatever was asked when it ends, and whatever is asked afterwards', async () => {
    const { raw, end } = createFake();
    const process = openProcess(() => raw);
    const asked = expect(process.ask('look', null)).rejects.toMatchObject({
      code: 'lab/process-ended',
    });
    end('code 1');
    await asked;
    await expect(process.gone).resolves.toBe('code 1');
    await expect(process.ask('look', null)).rejects.toMatchObject({ code: 'lab/process-ended' });
  });

  it('calls a process stuck that does not answer', async () => {
    const { raw } = createFake();
    const asked = expect(openProcess(() => raw).ask('look', null)).rejects.toMatchObject({
      code: 'lab/process-stuck',
    });
    await vi.advanceTimersByTimeAsync(20_000);
    await asked;
  });

  it('tells where it stands still, and how a kill ended it', async () => {
    const { raw, answer } = createFake();
    const process = openProcess(() => raw);
    answer({ type: 'paused', step: 'POST /v1/anonymous-users/after' });
    await expect(process.paused).resolves.toBe('POST /v1/anonymous-users/after');
    await expect(process.kill()).resolves.toBe('SIGKILL');
    await expect(process.kill()).resolves.toBe('SIGKILL');
  });

  it('is started ahead, and the one left over is ended', async () => {
    const started: ReturnType<typeof createFake>[] = [];
    const spares = createSpares(() => {
      started.push(createFake());
      return started.at(-1)!.raw;
    });
    const [first, second] = [spares.take(), spares.take()];
    expect(started).toHaveLength(3);
    await spares.close();
    const ended = await Promise.race([first.gone, second.gone, Promise.resolve('both run')]);
    expect(ended).toBe('both run');
  });
});
