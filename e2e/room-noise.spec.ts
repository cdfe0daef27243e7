import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { goToRoom, setVolume } from './support/preflight';
import { onboard, onScreen, press } from './support/steps';
import { expect, test as base } from './support/test';
import { say } from './support/words';

/** A room of its own, beside the headphones: what is played in it reaches the system's microphone. */
interface Room {
  /** Fills it with noise of this share of full scale, until the test ends. */
  readonly makeNoise: (share: number) => void;
}

const RATE = 48_000;

const test = base.extend<{ readonly room: Room }>({
  room: async ({ desktop }, use) => {
    const env = { ...process.env, ...desktop.env };
    const pactl = (...args: string[]): string =>
      execFileSync('pactl', args, { env, encoding: 'utf8' }).trim();
    const load = (...args: string[]): string => pactl('load-module', ...args);
    const modules = [
      load('module-null-sink', 'sink_name=room', 'rate=48000', 'channels=1', 'format=float32le'),
      load('module-remap-source', 'master=room.monitor', 'source_name=microphone'),
    ];
    pactl('set-default-sink', 'hp');
    pactl('set-default-source', 'microphone');
    const players: ChildProcess[] = [];
    await use({
      makeNoise: (share) => {
        const options = ['--raw', `--rate=${RATE}`, '--channels=1', '--format=float32le'];
        const player = spawn('pacat', ['--playback', '--device=room', ...options], { env });
        players.push(player);
        const noise = Float32Array.from({ length: RATE }, () => (Math.random() * 2 - 1) * share);
        const second = Buffer.from(noise.buffer);
        const play = (): void => void player.stdin.write(second, () => play());
        player.stdin.on('error', () => undefined);
        play();
      },
    });
    for (const player of players) player.kill();
    for (const module of modules.reverse()) pactl('unload-module', module);
  },
});

test('a microphone tells a quiet room from a loud one', async ({ launch, room }) => {
  const { page } = await launch();
  await onboard(page);
  await onScreen(page, 'choose-start');
  await press(page, say('choose.test'));
  await goToRoom(
    page,
    async () => undefined,
    () => setVolume(page),
  );
  await press(page, say('preflight.listen'));
  await expect(page.getByText(say('preflight.room.low'))).toBeVisible({ timeout: 15_000 });
  room.makeNoise(0.3);
  await press(page, say('preflight.again'));
  await expect(page.getByText(say('preflight.room.high'))).toBeVisible({ timeout: 15_000 });
});
