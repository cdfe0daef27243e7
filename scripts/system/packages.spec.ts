import { describe, expect, it } from 'vitest';
import { unresolved } from './missing';
import { needsFor, readDistribution } from './packages';

const release = (id: string, version: string, like = ''): string =>
  `PRETTY_NAME="x"\nID=${id}\nVERSION_ID="${version}"\nID_LIKE="${like}"\n`;

describe('what the system must have', () => {
  it('grows from the app over the trial desktop to the tests', () => {
    const [app, trial, tests] = (['app', 'trial-desktop', 'tests'] as const).map((purpose) =>
      needsFor(purpose),
    );
    expect(trial!.packages).toEqual(expect.arrayContaining([...app!.packages, 'xvfb']));
    expect(tests!.packages).toEqual(expect.arrayContaining([...trial!.packages, 'pulseaudio']));
    expect(app!.packages).not.toContain('xvfb');
    expect(trial!.packages).not.toContain('pulseaudio');
  });

  it('uses the package names of the distribution', () => {
    expect(readDistribution(release('debian', '12'))).toEqual({ isDebian: true, hasTime64: false });
    expect(readDistribution(release('debian', '13'))).toEqual({ isDebian: true, hasTime64: true });
    expect(readDistribution(release('ubuntu', '24.04', 'debian')).hasTime64).toBe(true);
    expect(readDistribution(release('ubuntu', '22.04', 'debian')).hasTime64).toBe(false);
    expect(readDistribution(release('mint', '22', 'ubuntu debian')).isDebian).toBe(true);
    expect(readDistribution(release('fedora', '42')).isDebian).toBe(false);
    expect(readDistribution('').isDebian).toBe(false);
    expect(needsFor('app', true).packages).toContain('libasound2t64');
    expect(needsFor('app', false).packages).toContain('libasound2');
  });

  it('reads the missing libraries from ldd', () => {
    const text =
      '\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibgtk-3.so.0 => not found\n\tlibnss3.so => not found\n';
    expect(unresolved(text)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
    expect(unresolved('')).toEqual([]);
  });
});
