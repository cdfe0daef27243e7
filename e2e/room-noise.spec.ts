import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { goToRoom, setVolume } from './support/preflight';
import { onboard, onScreen, press } from './support/steps';
import { expect, test as base } from './support/test';
import { say } from './support/words';

/** A room of its own, beside the headphones: what is played in it reaches the system's microphone. */
interface Room {
  /** Fills it with noise until the test ends. */
  readonly makeNoise: () => void;
}

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
      makeNoise: () => {
        const noise = openSync('/dev/urandom', 'r');
        const options = ['--playback', '--device=room', '--raw', '--channels=1'];
        players.push(spawn('pacat', options, { env, stdio: [noise, 'ignore', 'ignore'] }));
        closeSync(noise);
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
  room.makeNoise();
  await press(page, say('preflight.again'));
  await expect(page.getByText(say('preflight.room.high'))).toBeVisible({ timeout: 15_000 });
});
