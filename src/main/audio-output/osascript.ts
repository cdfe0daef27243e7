import type { OutputReading, OutputTool } from './audio-output';
import type { RunTool } from './system-tools';

const ASK = 'set s to get volume settings\n(output volume of s as text) & " " & output muted of s';

/** The answer to `ASK`, such as `44 false`; `missing value` where a device has no volume of its own. */
export const parseVolumeSettings = (answer: string): OutputReading => {
  const [, percent, muted] = /^(\d+) (true|false)/.exec(answer) ?? [];
  const volume = percent === undefined ? null : muted === 'true' ? 0 : Number(percent) / 100;
  return { id: null, device: null, volume };
};

/** macOS: the volume. Its scripts do not tell the device. */
export const createOsascript = (run: RunTool): OutputTool => ({
  read: async () => parseVolumeSettings(await run('osascript', ['-e', ASK])),
  async setVolume(volume) {
    const percent = Math.round(volume * 100);
    await run('osascript', ['-e', `set volume output volume ${percent} output muted false`]);
  },
});
