import { existsSync } from 'node:fs';

/** Where Linux shows graphics hardware: its own drivers, NVIDIA's without them, and that of a Windows around it. */
const DEVICES = ['/dev/dri', '/dev/nvidiactl', '/dev/dxg'];

/**
 * False where there is surely no graphics hardware, as in most virtual machines and under Xvfb. Chromium looks for it all the
 * same: its GPU process ends on finding none and is started again without, for which every page waits.
 */
export const mayHaveGraphics = (
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): boolean => platform !== 'linux' || DEVICES.some(exists);
