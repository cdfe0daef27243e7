/** Switches that open the app to others, weaken its sandbox or network, or write its traffic to a file. */
const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'host-rules',
  'host-resolver-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'allow-insecure-localhost',
  'disable-web-security',
  'allow-running-insecure-content',
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'proxy-server',
  'proxy-pac-url',
  'proxy-bypass-list',
  'load-extension',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'js-flags',
  'log-net-log',
  'net-log-capture-mode',
  'ssl-key-log-file',
  'enable-logging',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-wait',
  'browser-subprocess-path',
  'use-mock-keychain',
  'trace-startup-file',
  'disable-site-isolation-trials',
] as const;

const REFUSED_VARIABLES = ['SSLKEYLOGFILE', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS'] as const;

/**
 * Bytes of arguments at most. A second start hands them to the first, where Chromium reads 32 KB: it takes a first one
 * that cannot read on for one that hangs, kills it and goes on in its place.
 */
const MAX_ARGUMENTS = 16 * 1024;

/** True where a start has more arguments than another instance could be handed. */
export const areTooLong = (args: readonly string[]): boolean =>
  Buffer.byteLength(args.join('\0')) > MAX_ARGUMENTS;

/**
 * What a packaged app refuses to start with: the names of the dangerous switches and variables present.
 * Takes Chromium's own reading of the command line, which reorders and rewrites arguments.
 */
export const refusedStartUp = (
  hasSwitch: (name: string) => boolean,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] => [
  ...REFUSED_SWITCHES.filter(hasSwitch).map((name) => `--${name}`),
  ...REFUSED_VARIABLES.filter((name) => Boolean(env[name])),
];
