import type { Calibration } from '../../hearing/calibration';
import type { SoundReport, SoundRequest } from './sound-messages';
import { createToneGenerator, type ToneGenerator } from './tone-generator';

interface ProcessorOptions {
  readonly processorOptions: { readonly calibration: Calibration; readonly loudSeconds: number };
}

/** What exists where an audio worklet runs, as far as it is used here. */
declare const currentFrame: number;
declare const sampleRate: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare const registerProcessor: (
  name: string,
  processor: new (options: ProcessorOptions) => object,
) => void;

/** Puts the generator behind the audio worklet's interface. */
class ToneProcessor extends AudioWorkletProcessor {
  readonly #generator: ToneGenerator;
  /** The check that is to be reported as ended. */
  #check: number | null = null;

  constructor({ processorOptions: { calibration, loudSeconds } }: ProcessorOptions) {
    super();
    this.#generator = createToneGenerator(calibration, sampleRate, loudSeconds);
    this.port.onmessage = ({ data }: MessageEvent<SoundRequest>) => this.#take(data);
  }

  #report(report: SoundReport): void {
    this.port.postMessage(report);
  }

  #take(request: SoundRequest): void {
    switch (request.type) {
      case 'tone': {
        const answer = this.#generator.playTone(request, currentFrame);
        if (answer) this.#report({ type: 'tone', id: request.id, ...answer });
        return;
      }
      case 'check':
        this.#generator.playCheck(request.sound, request.ear, currentFrame);
        this.#check = request.id;
        return;
      case 'speech':
        this.#generator.speak(request.levelDbFs, currentFrame);
        return;
      case 'release':
        this.#generator.release(currentFrame);
        return;
      case 'silence':
        this.#generator.silence(currentFrame);
        return;
      default:
        return request satisfies never;
    }
  }

  process(_inputs: unknown, [output]: readonly (readonly Float32Array[])[]): boolean {
    const [left, right] = output ?? [];
    if (left && right) this.#generator.render(left, right, currentFrame);
    if (this.#check !== null && !this.#generator.isSounding(currentFrame)) {
      this.#report({ type: 'ended', id: this.#check });
      this.#check = null;
    }
    return true;
  }
}

registerProcessor('tone-processor', ToneProcessor);
