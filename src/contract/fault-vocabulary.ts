/** What can go wrong between the app and its service, in the order it is offered: one vocabulary for Lab and emulator. */
export const FAULT_KINDS = [
  'offline',
  'latency',
  'rate-limited',
  'server-error',
  'timeout',
  'reset',
  'body-cut',
  'reply-lost',
  'captive-portal',
  'wrong-id',
  'clock-jump',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** The calls of the service a fault can be meant for. `me` reads the user, `year-of-birth` changes them. */
export const FAULT_CALLS = [
  'client-token',
  'register',
  'login',
  'refresh',
  'revoke',
  'me',
  'year-of-birth',
  'profile',
  'tests',
  'settings',
  'export',
  'deletion',
] as const;

export type FaultCall = (typeof FAULT_CALLS)[number];

const GRANTS: Readonly<Record<string, FaultCall>> = {
  client_credentials: 'client-token',
  refresh_token: 'refresh',
};

/**
 * Which call a request is, null for none of them. `grantType`: the form field of that name, which alone tells the
 * requests for a token apart.
 */
export const faultCallOf = (
  method: string,
  path: string,
  grantType: string | null,
): FaultCall | null => {
  if (path.startsWith('/v1/me/hearing-tests')) return 'tests';
  switch (path) {
    case '/oauth/token':
      return grantType === null ? null : (GRANTS[grantType] ?? 'login');
    case '/oauth/revoke':
      return 'revoke';
    case '/v1/anonymous-users':
      return 'register';
    case '/v1/me/profile':
      return 'profile';
    case '/v1/me/settings':
      return 'settings';
    case '/v1/me/export':
      return 'export';
    case '/v1/me':
      if (method === 'DELETE') return 'deletion';
      return method === 'PATCH' ? 'year-of-birth' : 'me';
    default:
      return null;
  }
};
