/// <reference types="vite/client" />
import type { Calibration } from '../../hearing/calibration';
import type { SoundReport, SoundRequest } from './sound-messages';
import processorUrl from './tone-processor?worker&url';

/** The sound generator at work: what it is asked, and what it tells. */
export interface GeneratorNode {
  readonly ask: (request: SoundRequest) => void;
  onReport: (report: SoundReport) => void;
}

/** Starts the sound generator in the context's own thread, wired to the output device. */
export const startGenerator = async (
  context: AudioContext,
  calibration: Calibration,
  loudSeconds: number,
): Promise<GeneratorNode> => {
  await context.audioWorklet.addModule(processorUrl);
  const node = new AudioWorkletNode(context, 'tone-processor', {
    numberOfInputs: 0,
    outputChannelCount: [2],
    processorOptions: { calibration, loudSeconds },
  });
  node.connect(context.destination);
  const generator: GeneratorNode = {
    ask: (request) => node.port.postMessage(request),
    onReport: () => undefined,
  };
  node.port.onmessage = ({ data }: MessageEvent<SoundReport>) => generator.onReport(data);
  return generator;
};
