import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { APP_ORIGIN } from './app-origin';
import { applySessionPolicy } from './session-policy';

type Ask = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type Check = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;

/** A session that keeps the handlers it is given. */
const setUp = () => {
  const state = { allowed: false };
  let ask: Ask | null = null;
  let check: Check | null = null;
  const session = {
    setPermissionRequestHandler: (handler: Ask) => (ask = handler),
    setPermissionCheckHandler: (handler: Check) => (check = handler),
    setDevicePermissionHandler: () => undefined,
    setDisplayMediaRequestHandler: () => undefined,
    webRequest: { onBeforeRequest: () => undefined },
    on: () => undefined,
    setSpellCheckerEnabled: () => undefined,
  };
  applySessionPolicy(session as unknown as Session, {
    allowedUrls: [],
    origin: APP_ORIGIN,
    microphoneAllowed: () => state.allowed,
  });
  return {
    state,
    asked: (permission: string, details: object): boolean => {
      let granted = true;
      const whole = { isMainFrame: true, requestingUrl: `${APP_ORIGIN}/index.html`, ...details };
      ask!(null as never, permission as never, (answer) => (granted = answer), whole);
      return granted;
    },
    checked: (permission: string, details: object, origin = `${APP_ORIGIN}/`): boolean =>
      check!(null, permission as never, origin, { isMainFrame: true, ...details }),
  };
};

const MICROPHONE = { mediaTypes: ['audio'] };

describe('permissions', () => {
  it('denies the microphone until it is allowed, and again after', () => {
    const { state, asked, checked } = setUp();
    const both = (): boolean[] => [
      asked('media', MICROPHONE),
      checked('media', { mediaType: 'audio' }),
    ];
    expect(both()).toEqual([false, false]);
    state.allowed = true;
    expect(both()).toEqual([true, true]);
    state.allowed = false;
    expect(both()).toEqual([false, false]);
  });

  it.each([
    ['the camera', { mediaTypes: ['video'] }],
    ['camera and microphone', { mediaTypes: ['audio', 'video'] }],
    ['neither', { mediaTypes: [] }],
    ['what Electron does not name', {}],
    ['a frame inside the page', { ...MICROPHONE, isMainFrame: false }],
    ['another origin', { ...MICROPHONE, requestingUrl: 'https://example.invalid/' }],
    ['an origin that begins alike', { ...MICROPHONE, requestingUrl: 'app://bundle.evil/' }],
    ['no address', { ...MICROPHONE, requestingUrl: '' }],
  ])('never grants media to %s', (_name, details) => {
    const { state, asked } = setUp();
    state.allowed = true;
    expect(asked('media', details)).toBe(false);
  });

  it.each([
    ['the camera', { mediaType: 'video' }, undefined],
    ['what is unknown', { mediaType: 'unknown' }, undefined],
    ['nothing named', {}, undefined],
    ['a frame', { mediaType: 'audio', isMainFrame: false }, undefined],
    ['another origin', { mediaType: 'audio' }, 'https://example.invalid/'],
  ])('never says that media is granted to %s', (_name, details, origin) => {
    const { state, checked } = setUp();
    state.allowed = true;
    expect(checked('media', details, origin)).toBe(false);
  });

  it.each([
    'geolocation',
    'notifications',
    'midi',
    'clipboard-read',
    'fullscreen',
    'speaker-selection',
  ])('never grants %s', (permission) => {
    const { state, asked, checked } = setUp();
    state.allowed = true;
    expect([asked(permission, {}), checked(permission, {})]).toEqual([false, false]);
    expect(asked(permission, MICROPHONE)).toBe(false);
  });
});
