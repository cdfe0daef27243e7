import { NOTHING_TOLD, type OutputReading, type OutputTool } from './audio-output';
import type { RunTool } from './system-tools';

/** 100 % in PulseAudio's own unit. */
const FULL_VOLUME = 65_536;
const MAX_NAME = 200;
const field = (block: string, name: string): string | undefined =>
  new RegExp(`^\\s*${name}: (.*)$`, 'm').exec(block)?.[1]?.trim();

const volumeOf = (block: string): number | null => {
  if (field(block, 'Mute') === 'yes') return 0;
  const channels = [...(field(block, 'Volume') ?? '').matchAll(/: *(\d+) \//g)].map(([, value]) =>
    Number(value),
  );
  if (channels.length === 0) return null;
  const mean = channels.reduce((sum, value) => sum + value, 0) / channels.length;
  return Math.min(1.5, Math.round((mean / FULL_VOLUME) * 1000) / 1000);
};

/**
 * The default sink out of `pactl info` and `pactl list sinks`, both with LC_ALL=C. The texts, not the JSON: that
 * one loses every name with an umlaut (PulseAudio 16).
 */
export const parsePactl = (info: string, sinks: string): OutputReading => {
  const name = field(info, 'Default Sink');
  const block = sinks
    .split(/^Sink #/m)
    .find((each) => name !== undefined && field(each, 'Name') === name);
  if (block === undefined) return NOTHING_TOLD;
  const format = /(\d+)ch (\d+)Hz/.exec(field(block, 'Sample Specification') ?? '');
  return {
    // Unplugged headphones change the port, and with it the place, of the same sink.
    id: `${name} ${field(block, 'Active Port') ?? ''}`,
    device: {
      name: (field(block, 'Description') ?? name ?? '').slice(0, MAX_NAME),
      channels: format ? Number(format[1]) : null,
      sampleRateHz: format ? Number(format[2]) : null,
    },
    volume: volumeOf(block),
  };
};

/** PulseAudio, or PipeWire speaking for it. */
export const createPactl = (run: RunTool): OutputTool => ({
  async read() {
    const [info, sinks] = await Promise.all([
      run('pactl', ['info']),
      run('pactl', ['list', 'sinks']),
    ]);
    return parsePactl(info, sinks);
  },
  async setVolume(volume) {
    const value = String(Math.round(volume * FULL_VOLUME));
    await run('pactl', ['set-sink-volume', '@DEFAULT_SINK@', value]);
    await run('pactl', ['set-sink-mute', '@DEFAULT_SINK@', '0']);
  },
});
