import { expect, it } from 'vitest';
import { parseVolumeSettings } from './osascript';
import { createSystemAudioOutput } from './system-audio-output';
import type { RunTool } from './system-tools';
import { parseWpctl } from './wpctl';

const INSPECTED = `id 46, type PipeWire:Interface/Node
    alsa.card = "0"
    audio.channels = "2"
  * media.class = "Audio/Sink"
  * node.description = "Kopfhörer (USB)"
  * node.name = "alsa_output.usb-head.analog-stereo"
`;

/** A system with these programs and answers; what else is asked for is not installed. */
const system = (answers: Readonly<Record<string, string>>, platform: NodeJS.Platform = 'linux') => {
  const asked: string[] = [];
  const run: RunTool = async (program, args) => {
    const line = [program, ...args].join(' ');
    asked.push(line);
    const answer = Object.entries(answers).find(([start]) => line.startsWith(start))?.[1];
    if (answer === undefined) throw new Error('ENOENT');
    return answer;
  };
  return { asked, output: createSystemAudioOutput({ platform, run }) };
};

it('tells nothing and fails at nothing where no program is installed', async () => {
  const { output } = system({});
  const nothing = { id: null, device: null, volume: null };
  await expect(output.read()).resolves.toEqual(nothing);
  await expect(output.setVolume(0.5)).resolves.toEqual(nothing);
});

it('starts no program on Windows', async () => {
  const { output, asked } = system({}, 'win32');
  await output.read();
  await output.setVolume(1);
  expect(asked).toEqual([]);
});

it('asks PipeWire where PulseAudio cannot be asked, and stays with it', async () => {
  const { output, asked } = system({
    'wpctl get-volume': 'Volume: 0.40\n',
    'wpctl inspect': INSPECTED,
    'wpctl set': '',
  });
  await expect(output.setVolume(0.25)).resolves.toEqual({
    id: 'alsa_output.usb-head.analog-stereo',
    device: { name: 'Kopfhörer (USB)', channels: 2, sampleRateHz: null },
    volume: 0.4,
  });
  await output.read();
  expect(asked.filter((line) => line.startsWith('pactl info'))).toHaveLength(1);
  expect(asked).toContain('wpctl set-volume @DEFAULT_AUDIO_SINK@ 0.250');
});

it.each([
  ['Volume: 1.20 [MUTED]\n', 0],
  ['Volume: 2.50\n', 1.5],
  ['', null],
])('reads %j of wpctl', (answer, volume) => {
  expect(parseWpctl(answer, '')).toEqual({ id: null, device: null, volume });
});

it.each([
  ['44 false\n', 0.44],
  ['44 true\n', 0],
  ['missing value missing value\n', null],
  ['', null],
])('reads %j of osascript', (answer, volume) => {
  expect(parseVolumeSettings(answer)).toEqual({ id: null, device: null, volume });
});
