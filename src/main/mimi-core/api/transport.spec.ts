import { describe, expect, it } from 'vitest';
import { AppError } from '../../../contract/errors';
import { isAppErrorLike, sendWith } from '../spec-support/transport-bench';
import { failureOfReply, parseRetryAfter } from './failure-of-reply';

describe('requests', () => {
  it('B15, B25: transient failures are tried five times within 15 s, with growing waits', async () => {
    const run = sendWith(() => new Response('no', { status: 503 }));
    expect(await run.outcome).toMatchObject({ code: 'service/unavailable' });
    expect(run.attempts()).toBe(5);
    expect(run.elapsed()).toBeLessThan(15_000);
  });

  it('a request that hangs ends after 15 s and is not tried again', async () => {
    const run = sendWith(() => new Promise<Response>(() => undefined));
    expect(await run.outcome).toMatchObject({
      code: 'service/timeout',
      facts: { retryable: true },
    });
    expect([run.attempts(), run.elapsed()]).toEqual([1, 15_000]);
  });

  it('a body that never ends is a timeout too', async () => {
    const run = sendWith(() => new Response(new ReadableStream({})));
    expect(await run.outcome).toMatchObject({ code: 'service/timeout' });
  });

  it('a body beyond 16 MiB is not read to its end and is no answer', async () => {
    let [pulled, given] = [0, 0];
    const pull = (controller: ReadableStreamDefaultController): void => {
      pulled += 1;
      controller.enqueue(new Uint8Array(2 ** 20));
    };
    const cancel = (): void => void (given += 1);
    const run = sendWith(() => new Response(new ReadableStream({ pull, cancel })));
    expect(await run.outcome).toMatchObject({ code: 'service/bad-response' });
    expect(given).toBe(run.attempts());
    expect(pulled / run.attempts()).toBeLessThan(20);
  });

  it('Retry-After within the deadline is waited for, beyond it is told at once', async () => {
    const reply = (seconds: string) => () =>
      new Response('', { status: 429, headers: { 'retry-after': seconds } });
    const short = sendWith(reply('3'));
    expect(await short.outcome).toMatchObject({ code: 'service/rate-limited' });
    expect(short.attempts()).toBe(5);
    const long = sendWith(reply('60'));
    expect(await long.outcome).toMatchObject({ facts: { retryAfterMs: 60_000 } });
    expect([long.attempts(), long.elapsed()]).toEqual([1, 0]);
  });

  it('the embedded service is asked twice and fails fast', async () => {
    const run = sendWith(() => new Response('', { status: 500 }), 'http://embedded.invalid');
    await run.outcome;
    expect(run.attempts()).toBe(2);
    expect(run.elapsed()).toBeLessThan(100);
  });

  it.each([400, 401, 403, 404, 409, 410, 412, 413, 415, 422])(
    '%i is not tried again',
    async (status) => {
      const run = sendWith(() => new Response('{}', { status }));
      expect(await run.outcome).toSatisfy(isAppErrorLike);
      expect(run.attempts()).toBe(1);
    },
  );

  it('what a fetch throws is offline and none of its text', async () => {
    const run = sendWith(() => Promise.reject(new TypeError('cannot reach with token secret')));
    const error = await run.outcome;
    expect(error).toMatchObject({ code: 'service/offline' });
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('secret');
  });

  it.each([
    ['http://service.example', false],
    ['http://127.0.0.1:8080', true],
    ['http://localhost', true],
    ['http://embedded.invalid', true],
    ['https://service.example', true],
    ['http://embedded.invalid.example', false],
  ])('plain http stays on this computer: %s', async (baseUrl, allowed) => {
    const run = sendWith(() => new Response('{"a":1}'), baseUrl);
    expect(await run.outcome).toMatchObject({
      code: allowed ? 'service/bad-response' : 'service/misconfigured',
    });
    expect(run.attempts() > 0).toBe(allowed);
  });

  it.each([
    ['Electron', new Error("Attempted to redirect, but redirect policy was 'error'")],
    ['Node', new TypeError('fetch failed', { cause: new Error('unexpected redirect') })],
  ])('a redirect, as %s tells it, is an answer that is not the service', async (_, thrown) => {
    const { outcome } = sendWith(() => Promise.reject(thrown));
    expect(await outcome).toEqual(new AppError('service/bad-response', { retryable: true }));
  });

  it('carries no cookie, no cache, no redirect, and the token in no URL', async () => {
    const run = sendWith(() => new Response('{}', { status: 404 }));
    await run.outcome;
    const [request] = run.requests();
    expect(request).toMatchObject({ credentials: 'omit', cache: 'no-store', redirect: 'error' });
    expect(request?.url).toBe('https://service.example/v1/me');
  });
});

describe('replies', () => {
  it.each([
    ['120', 120_000],
    ['100000', 300_000],
    ['-5', 0],
    ['Sun, 22 Nov 2026 09:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2020 09:01:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('Retry-After %j is %j ms', (value, ms) => {
    expect(parseRetryAfter(value, Date.UTC(2026, 10, 22, 9))).toBe(ms);
  });

  it.each([
    [400, { error: 'invalid_grant', reason: 'unknown' }, 'session/unknown-id'],
    [400, { error: 'invalid_grant', reason: 'deleted' }, 'session/user-deleted'],
    [400, { error: 'invalid_grant', reason: 'disabled' }, 'session/user-disabled'],
    [400, { error: 'invalid_grant' }, 'session/unknown-id'],
    [401, { error: 'invalid_client' }, 'service/misconfigured'],
    [400, { error: 'unsupported_grant_type' }, 'service/invalid-request'],
    [503, { error: 'temporarily_unavailable' }, 'service/unavailable'],
    [500, undefined, 'service/unavailable'],
    [520, undefined, 'service/unavailable'],
    [302, undefined, 'service/bad-response'],
    [404, undefined, 'service/misconfigured'],
    [401, undefined, 'service/bad-response'],
    [418, undefined, 'service/invalid-request'],
  ])('%i %j is %s', (status, json, code) => {
    expect(failureOfReply({ status, json, retryAfter: null }, 0).code).toBe(code);
  });
});
