import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createSystemAudioOutput } from './system-audio-output';
import { runTool } from './system-tools';

const isInstalled =
  spawnSync('pactl', ['--version']).status === 0 && existsSync('/usr/bin/pulseaudio');

const pactl = (...args: string[]): string => execFileSync('pactl', args, { encoding: 'utf8' });

const addSink = (name: string, description: string): string =>
  pactl(
    'load-module',
    'module-null-sink',
    `sink_name=${name}`,
    'rate=48000',
    `sink_properties=device.description="${description}"`,
  ).trim();

/** A PulseAudio of the test's own, without an output yet. */
const startServer = async (): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'pulse-'));
  chmodSync(folder, 0o700);
  const socket = join(folder, 'socket');
  vi.stubEnv('PULSE_SERVER', `unix:${socket}`);
  const server = spawn(
    '/usr/bin/pulseaudio',
    [
      ...['--daemonize=no', '--exit-idle-time=-1', '--disable-shm=yes', '-n'],
      `--load=module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
    ],
    { stdio: 'ignore', env: { PATH: '/usr/bin:/bin', HOME: folder, XDG_RUNTIME_DIR: folder } },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = (): Promise<void> => {
    server.kill('SIGKILL');
    return ended;
  };
  onTestFinished(async () => {
    await stop();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  await expect.poll(() => spawnSync('pactl', ['info']).status, { timeout: 10_000 }).toBe(0);
  return stop;
};

it.skipIf(!isInstalled)('tells of a real PulseAudio what it is asked at each moment', async () => {
  const stopServer = await startServer();
  const usb = addSink('usb', 'Kopfhörer');
  addSink('speakers', 'Speakers');
  pactl('set-default-sink', 'usb');
  const output = createSystemAudioOutput({ platform: 'linux', run: runTool });
  expect(await output.read()).toEqual({
    id: 'usb ',
    device: { name: 'Kopfhörer', channels: 2, sampleRateHz: 48_000 },
    volume: 1,
  });
  pactl('set-sink-volume', 'usb', '62%');
  expect((await output.read()).volume).toBe(0.62);
  pactl('set-sink-mute', 'usb', '1');
  expect((await output.read()).volume).toBe(0);
  expect((await output.setVolume(0.3)).volume).toBe(0.3);
  pactl('set-default-sink', 'speakers');
  expect((await output.read()).id).toBe('speakers ');
  pactl('set-default-sink', 'usb');
  pactl('unload-module', usb);
  expect((await output.read()).device?.name).toBe('Speakers');
  await stopServer();
  expect(await output.read()).toEqual({ id: null, device: null, volume: null });
});
