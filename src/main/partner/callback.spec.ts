import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCallback, type CallbackFlow } from './callback';

const flow: CallbackFlow = {
  state: 'S9d1-state_of-this-flow-0123456789',
  host: '127.0.0.1:40123',
  issuer: 'https://id.example',
  endsAt: 1_000_000,
};
const good = { method: 'GET', host: flow.host, target: `/callback?code=abc&state=${flow.state}` };
const read = (change: object, of: CallbackFlow | null = flow, now = 0): string =>
  readCallback(of, { ...good, ...change }, now).type;

describe('the answer of a sign-in', () => {
  it('is accepted with a code, or with an error', () => {
    expect(read({})).toBe('answer');
    expect(read({ target: `/callback?error=access_denied&state=${flow.state}` })).toBe('answer');
    const iss = encodeURIComponent(flow.issuer);
    expect(read({ target: `${good.target}&iss=${iss}&session_state=x` })).toBe('answer');
  });

  const state = flow.state;
  it.each([
    ['no flow', {}, null],
    ['POST', { method: 'POST' }],
    ['HEAD', { method: 'HEAD' }],
    ['another host: a name that leads here', { host: 'attacker.example:40123' }],
    ['localhost', { host: 'localhost:40123' }],
    ['another port', { host: '127.0.0.1:40124' }],
    ['no host', { host: undefined }],
    ['no target', { target: undefined }],
    ['no query', { target: '/callback' }],
    ['a path below', { target: `/callback/x?code=a&state=${state}` }],
    ['a way out of the path', { target: `/callback?/../x` }],
    ['an absolute target', { target: `http://evil.example/callback?code=a&state=${state}` }],
    ['no state', { target: '/callback?code=abc' }],
    ['a wrong state', { target: '/callback?code=abc&state=wrong' }],
    ['a state cut short', { target: `/callback?code=abc&state=${state.slice(0, -1)}` }],
    ['two states', { target: `${good.target}&state=${state}` }],
    ['two codes', { target: `${good.target}&code=b` }],
    ['code and error', { target: `${good.target}&error=x` }],
    ['neither', { target: `/callback?state=${state}` }],
    ['another issuer', { target: `${good.target}&iss=https://evil.example` }],
    ['two issuers', { target: `${good.target}&iss=https://id.example&iss=https://id.example` }],
    ['too long', { target: `${good.target}&x=${'x'.repeat(5000)}` }],
  ] as const)('is refused: %s', (_name, change, of: CallbackFlow | null = flow) => {
    expect(read(change, of)).toBe('refused');
  });

  it('is refused once its time is over', () => {
    expect(read({}, flow, flow.endsAt - 1)).toBe('answer');
    expect(read({}, flow, flow.endsAt)).toBe('refused');
  });

  it('2,000 generated addresses: none is accepted without its flow, and none throws', () => {
    const seed = 20_261_122;
    const name = fc.constantFrom(
      'state',
      'code',
      'error',
      'iss',
      'STATE',
      'state[]',
      ' state',
      'x',
    );
    const value = fc.oneof(
      fc.string(),
      fc.uuid(),
      fc.constantFrom('', flow.issuer, 'access_denied'),
    );
    const query = fc
      .array(fc.tuple(name, value), { maxLength: 6 })
      .map((pairs) => new URLSearchParams(pairs).toString());
    const path = fc.constantFrom(
      '/callback?',
      '/callback',
      '//callback?',
      '/callback/?',
      '/?',
      '/callback#?',
      '/%63allback?',
      '\\callback?',
    );
    const target = fc.oneof(
      fc.tuple(path, query).map((parts) => parts.join('')),
      fc.webUrl({ withQueryParameters: true }),
      fc.string({ unit: 'binary' }),
    );
    const method = fc.constantFrom('GET', 'POST', 'get', undefined);
    const host = fc.constantFrom(flow.host, 'localhost:40123', '127.0.0.1', undefined);
    fc.assert(
      fc.property(fc.record({ method, host, target }), fc.boolean(), (request, isRunning) => {
        expect(readCallback(isRunning ? flow : null, request, 0).type).toBe('refused');
      }),
      { numRuns: 2000, seed },
    );
    // And with its own state they are.
    fc.assert(
      fc.property(fc.uuid(), (code) => {
        const target = `/callback?${new URLSearchParams({ code, state: flow.state }).toString()}`;
        expect(read({ target })).toBe('answer');
        expect(read({ target }, null)).toBe('refused');
      }),
      { numRuns: 200, seed },
    );
  });
});
