import { existsSync } from 'node:fs';

/** Where Linux shows graphics hardware: its own drivers; without them NVIDIA's, ARM's and Qualcomm's; that of a Windows around it. */
const DEVICES = ['/dev/dri', '/dev/nvidiactl', '/dev/mali0', '/dev/kgsl-3d0', '/dev/dxg'];

/**
 * False where Linux shows no graphics hardware, as on servers and in virtual machines without a virtual one. Chromium looks
 * for it all the same: its GPU process ends on finding none and is started again without, for which every page waits.
 */
export const mayHaveGraphics = (
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): boolean => platform !== 'linux' || DEVICES.some(exists);
