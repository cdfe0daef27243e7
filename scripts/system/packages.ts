/** What a script is about to do; each needs all that the ones before it need. */
export type Purpose = 'app' | 'trial-desktop' | 'tests';

const order: readonly Purpose[] = ['app', 'trial-desktop', 'tests'];

interface Needs {
  readonly packages: readonly string[];
  /** Commands that must be found on the PATH. */
  readonly commands: readonly string[];
  /** Libraries that Electron loads by name while it runs, so that ldd does not see them. */
  readonly libraries: readonly string[];
}

const needs: Readonly<Record<Purpose, Needs>> = {
  app: {
    packages: [
      ...['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libdrm2', 'libxss1', 'libxtst6'],
      ...['libatspi2.0-0', 'libnotify4', 'libsecret-1-0', 'libxkbcommon0', 'libatk-bridge2.0-0'],
      ...['libcups2', 'fonts-dejavu-core'],
    ],
    commands: [],
    libraries: ['libsecret-1.so.0', 'libnotify.so.4'],
  },
  'trial-desktop': {
    packages: ['xvfb', 'dbus', 'gnome-keyring'],
    commands: ['Xvfb', 'dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'],
    libraries: [],
  },
  tests: {
    packages: [
      ...['pulseaudio', 'pulseaudio-utils', 'libsecret-tools', 'xdotool'],
      // The service's other database, and a browser beside the app.
      ...['postgresql', 'chromium', 'xdg-utils'],
    ],
    commands: [
      ...['pulseaudio', 'pactl', 'parec', 'secret-tool', 'xdotool'],
      ...['pg_lsclusters', 'chromium', 'xdg-open'],
    ],
    libraries: [],
  },
};

/** Packages that carry 64-bit time in their name since Debian 13 and Ubuntu 24.04. */
const renamed = new Set([
  'libgtk-3-0',
  'libasound2',
  'libatspi2.0-0',
  'libatk-bridge2.0-0',
  'libcups2',
]);

/** Everything a purpose needs. `hasTime64` is for distributions with the renamed packages. */
export function needsFor(purpose: Purpose, hasTime64 = false): Needs {
  const wanted = order.slice(0, order.indexOf(purpose) + 1).map((each) => needs[each]);
  const packages = wanted.flatMap((each) => each.packages);
  return {
    packages: packages.map((name) => (hasTime64 && renamed.has(name) ? `${name}t64` : name)),
    commands: wanted.flatMap((each) => each.commands),
    libraries: wanted.flatMap((each) => each.libraries),
  };
}

/** Reads /etc/os-release: is it Debian or a child of it, and does it have the renamed packages? */
export function readDistribution(osRelease: string): { isDebian: boolean; hasTime64: boolean } {
  const value = (key: string): string =>
    new RegExp(`^${key}="?([^"\\n]*)"?$`, 'm').exec(osRelease)?.[1] ?? '';
  const version = Number(value('VERSION_ID'));
  const first = { debian: 13, ubuntu: 24.04 }[value('ID')];
  return {
    isDebian: [value('ID'), ...value('ID_LIKE').split(' ')].includes('debian'),
    hasTime64: first !== undefined && version >= first,
  };
}
