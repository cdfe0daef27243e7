import { chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnTied, succeeds, type User } from '../processes';
import { untilReady, type Part } from './part';

/**
 * Starts a PulseAudio of its own whose only output is the null sink `hp` (48 kHz, stereo, float);
 * what is played can be heard at the source `hp.monitor`.
 */
export async function startAudio(
  folder: string,
  user: User,
  env: Readonly<Record<string, string>>,
): Promise<Part> {
  const socket = join(folder, 'pulse-socket');
  const configuration = join(folder, 'pulse.conf');
  // Programs ask for the server's rate, not the sink's; another one would be resampled.
  writeFileSync(configuration, 'default-sample-rate = 48000\ndefault-sample-format = float32le\n');
  if (user) chownSync(configuration, user.uid, user.gid);
  const child = spawnTied(
    user,
    'pulseaudio',
    [
      ...['--daemonize=no', '--exit-idle-time=-1', '--disable-shm=yes', '-n'],
      '--load=module-null-sink sink_name=hp rate=48000 channels=2 format=float32le',
      `--load=module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
    ],
    {
      env: { PATH: process.env['PATH'], ...env, PULSE_CONFIG: configuration },
      stdio: 'ignore',
    },
  );
  const server = `unix:${socket}`;
  await untilReady('pulseaudio', child, () => succeeds('pactl', ['-s', server, 'info']));
  return { child, env: { PULSE_SERVER: server } };
}
