import { NOTHING_TOLD, type AudioOutputPort, type OutputTool } from './audio-output';
import { createOsascript } from './osascript';
import { createPactl } from './pactl';
import type { RunTool } from './system-tools';
import { createWpctl } from './wpctl';

interface SystemAudioOutputDeps {
  readonly platform: NodeJS.Platform;
  readonly run: RunTool;
}

/** Ways to reach the output, best first. Windows has none without a native module. */
const toolsFor = ({ platform, run }: SystemAudioOutputDeps): OutputTool[] => {
  if (platform === 'linux') return [createPactl(run), createWpctl(run)];
  return platform === 'darwin' ? [createOsascript(run)] : [];
};

/** The output as the first way that works tells it; which one that is gets tried until one does. */
export const createSystemAudioOutput = (deps: SystemAudioOutputDeps): AudioOutputPort => {
  let found: OutputTool | null = null;

  const find = async (): Promise<OutputTool | null> => {
    for (const tool of found ? [] : toolsFor(deps)) {
      try {
        await tool.read();
        return (found ??= tool);
      } catch {
        // Not installed, or no sound server behind it: the next one may do.
      }
    }
    return found;
  };

  const read: AudioOutputPort['read'] = async () => {
    const tool = await find();
    return tool ? tool.read().catch(() => NOTHING_TOLD) : NOTHING_TOLD;
  };

  return {
    read,
    async setVolume(volume) {
      const tool = await find();
      // What it came to is in the reading.
      await tool?.setVolume(volume).catch(() => undefined);
      return read();
    },
  };
};
