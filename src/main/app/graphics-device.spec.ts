import { describe, expect, it } from 'vitest';
import { mayHaveGraphics } from './graphics-device';

const nothing = (): boolean => false;

describe('looking for graphics hardware', () => {
  it('finds none on a Linux that shows no device', () => {
    expect(mayHaveGraphics('linux', nothing)).toBe(false);
  });

  it.each(['/dev/dri', '/dev/nvidiactl', '/dev/mali0', '/dev/kgsl-3d0', '/dev/dxg'])(
    'finds some behind %s',
    (device) => {
      expect(mayHaveGraphics('linux', (path) => path === device)).toBe(true);
    },
  );

  it.each(['darwin', 'win32'] as const)('leaves looking to Chromium on %s', (platform) => {
    expect(mayHaveGraphics(platform, nothing)).toBe(true);
  });
});
