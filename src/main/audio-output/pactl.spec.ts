import { expect, it } from 'vitest';
import { parsePactl } from './pactl';

const INFO = `Server String: /run/user/1000/pulse/native
Server Name: pulseaudio
Default Sample Specification: s16le 2ch 44100Hz
Default Channel Map: front-left,front-right
Default Sink: hp
Default Source: hp.monitor
Cookie: 49fd:dfb9
`;

const SINKS = `Sink #0
	State: IDLE
	Name: hp.other
	Description: Kopfhörer links
	Driver: module-null-sink.c
	Sample Specification: s16le 1ch 44100Hz
	Channel Map: mono
	Owner Module: 0
	Mute: no
	Volume: mono: 65536 / 100% / 0.00 dB
	        balance 0.00

Sink #1
	State: RUNNING
	Name: hp
	Description: Köpfe: "Studio" 1
	Driver: module-alsa-card.c
	Sample Specification: float32le 2ch 48000Hz
	Channel Map: front-left,front-right
	Mute: no
	Volume: front-left: 19661 /  30% / -31.37 dB,   front-right: 32768 /  50% / -18.06 dB
	        balance 0.00
	Base Volume: 65536 / 100% / 0.00 dB
	Properties:
		device.description = "something else"
	Ports:
		analog-output-speaker: Speakers (type: Speaker, priority: 10000)
		analog-output-headphones: Headphones (type: Headphones, priority: 9900)
	Active Port: analog-output-headphones
	Formats:
		pcm
`;

it('tells name, format and mean volume of the default sink', () => {
  expect(parsePactl(INFO, SINKS)).toEqual({
    id: 'hp analog-output-headphones',
    device: { name: 'Köpfe: "Studio" 1', channels: 2, sampleRateHz: 48_000 },
    volume: 0.4,
  });
});

it('takes unplugged headphones for another place, and a mute for no volume', () => {
  const unplugged = SINKS.replace('Port: analog-output-headphones', 'Port: analog-output-speaker');
  expect(parsePactl(INFO, unplugged).id).not.toBe(parsePactl(INFO, SINKS).id);
  const muted = SINKS.replaceAll('Mute: no', 'Mute: yes');
  expect(parsePactl(INFO, muted).volume).toBe(0);
});

it.each([
  ['no default sink', INFO.replace('Sink: hp', 'Sink: '), SINKS],
  ['a default sink that is gone', INFO.replace('Sink: hp', 'Sink: usb'), SINKS],
  ['no sinks', INFO, ''],
  ['nothing', '', ''],
])('tells nothing where there is %s', (_name, info, sinks) => {
  expect(parsePactl(info, sinks)).toEqual({ id: null, device: null, volume: null });
});

it('tells what it can of a sink described poorly, within the limits of the contract', () => {
  const poor = `Sink #1\n\tName: hp\n\tDescription: ${'x'.repeat(500)}\n\tVolume: mono: 200000 / 305%\n`;
  const { device, volume } = parsePactl(INFO, poor);
  expect(device).toEqual({ name: 'x'.repeat(200), channels: null, sampleRateHz: null });
  expect(volume).toBe(1.5);
});
