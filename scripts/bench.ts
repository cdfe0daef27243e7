import { benchBackend } from './bench/backend';
import { benchEmulator } from './bench/emulator';
import { benchHearing } from './bench/hearing';
import { benchIpc } from './bench/ipc';
import { benchMemory } from './bench/memory';
import { benchProfile } from './bench/profile';
import { benchStartup } from './bench/startup';
import { benchSwap } from './bench/swap';
import { reason, runMain, say } from './report';
import { benchTimeline } from './bench/timeline';
import { loadAverage, openSetting, type Setting } from './bench/setting';

/** What a bench found; printed as the last line of stdout. `limit` is what `ratio` must not exceed. */
type Finding = Readonly<Record<string, number>> & {
  readonly ratio: number;
  readonly limit: number;
  readonly runs: number;
};

const benches: Readonly<Record<string, (setting: Setting) => Promise<Finding>>> = {
  startup: benchStartup,
  memory: benchMemory,
  swap: benchSwap,
  ipc: benchIpc,
  profile: benchProfile,
  timeline: benchTimeline,
};

// npm run -s bench -- NAME [--json]: exit code 0 also when a limit is missed; the figures tell. Three need no app:
// backend, emulator (with --postgres on that), and hearing, which gives the same figures everywhere and fails with its bar.
await runMain(async () => {
  const name = process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? '';
  if (name === 'hearing') return benchHearing();
  if (name === 'backend') return benchBackend();
  if (name === 'emulator') return benchEmulator(process.argv.includes('--postgres'));
  const bench = benches[name];
  if (!bench)
    throw new Error(`Name one of: ${Object.keys(benches).join(', ')}, backend, emulator, hearing`);
  const setting = await openSetting();
  try {
    const finding = await bench(setting);
    const { ratio, limit } = finding;
    say(
      `${name}: ratio ${ratio.toFixed(3)}, limit ${limit}: ${ratio <= limit ? 'holds' : 'MISSED'}`,
    );
    const facts = { electron: setting.version, load: loadAverage() };
    process.stdout.write(`${JSON.stringify({ bench: name, ...finding, ...facts })}\n`);
    return 0;
  } catch (error) {
    throw new Error(`bench ${name}: ${reason(error)}`);
  } finally {
    await setting.stop();
  }
});
