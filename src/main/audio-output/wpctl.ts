import type { OutputReading, OutputTool } from './audio-output';
import type { RunTool } from './system-tools';

const SINK = '@DEFAULT_AUDIO_SINK@';
const MAX_NAME = 200;

const property = (inspected: string, name: string): string | undefined =>
  new RegExp(`^[ *]*${name.replaceAll('.', '\\.')} = "(.*)"$`, 'm').exec(inspected)?.[1];

/** The default sink out of `wpctl get-volume` and `wpctl inspect`. */
export const parseWpctl = (volume: string, inspected: string): OutputReading => {
  const name = property(inspected, 'node.name');
  const level = /Volume: ([\d.]+)/.exec(volume)?.[1];
  const channels = Number(property(inspected, 'audio.channels'));
  return {
    id: name ?? null,
    device:
      name === undefined
        ? null
        : {
            name: (property(inspected, 'node.description') ?? name).slice(0, MAX_NAME),
            channels: channels > 0 ? channels : null,
            sampleRateHz: null,
          },
    volume:
      level === undefined ? null : volume.includes('MUTED') ? 0 : Math.min(1.5, Number(level)),
  };
};

/** PipeWire's own program, where the one of PulseAudio is not installed. */
export const createWpctl = (run: RunTool): OutputTool => ({
  async read() {
    const [volume, inspected] = await Promise.all([
      run('wpctl', ['get-volume', SINK]),
      run('wpctl', ['inspect', SINK]),
    ]);
    return parseWpctl(volume, inspected);
  },
  async setVolume(volume) {
    await run('wpctl', ['set-volume', SINK, volume.toFixed(3)]);
    await run('wpctl', ['set-mute', SINK, '0']);
  },
});
