import {
  baselineOf,
  hidesTones,
  loudnessOf,
  percentile,
  thirdOctaveLevel,
  type RoomLoudness,
} from '../../hearing/room-noise';

/** A microphone that listens to the room during a test. Nothing it hears is kept. */
export interface RoomNoise {
  /** As it was while the baseline was taken. */
  readonly loudness: RoomLoudness;
  /**
   * Whether the noise around `frequencyHz` lies more than 8 dB above the baseline in any second of the trial just heard,
   * from its tone on: then it does not count. False for a frequency that was not asked for.
   */
  isTooLoud(frequencyHz: number): boolean;
  close(): void;
}

const BASELINE_MS = 5000;
const INTERVAL_MS = 100;
/** Readings in a second, and from the onset of a tone to the end of its trial. */
const PER_SECOND = 1000 / INTERVAL_MS;
const PER_TRIAL = Math.round(2.2 * PER_SECOND);
/** Long enough to tell a third of an octave at 250 Hz, short enough to fall between two pulses. */
const FFT_SIZE = 8192;
/** As it comes: what makes speech clear would hide how loud the room is. */
const UNPROCESSED = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

/** What the microphone hears now, in dBFS. */
interface Reading {
  readonly overall: number;
  readonly bands: ReadonlyMap<number, number>;
}

const createReader = (analyser: AnalyserNode, frequenciesHz: readonly number[]) => {
  const spectrum = new Float32Array(analyser.frequencyBinCount);
  const wave = new Float32Array(analyser.fftSize);
  const binHz = analyser.context.sampleRate / analyser.fftSize;
  return (): Reading => {
    analyser.getFloatFrequencyData(spectrum);
    analyser.getFloatTimeDomainData(wave);
    const power = wave.reduce((sum, one) => sum + one * one, 0) / wave.length;
    const level = (hz: number): number => thirdOctaveLevel(spectrum, binHz, hz);
    return {
      overall: 10 * Math.log10(power),
      bands: new Map(frequenciesHz.map((hz) => [hz, level(hz)])),
    };
  };
};

const waitFor = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = window.setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      window.clearTimeout(timer);
      reject(new DOMException('given up', 'AbortError'));
    });
  });

/**
 * Opens the microphone without any processing and listens for 5 s to get the baseline around each of `frequenciesHz`.
 * Rejects when it is refused (`NotAllowedError`), when there is none (`NotFoundError`), and when given up by `signal`.
 */
export const openRoomNoise = async (
  frequenciesHz: readonly number[],
  signal?: AbortSignal,
): Promise<RoomNoise> => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: UNPROCESSED });
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: FFT_SIZE, smoothingTimeConstant: 0 });
  context.createMediaStreamSource(stream).connect(analyser);
  const read = createReader(analyser, frequenciesHz);
  const readings: Reading[] = [];
  const listen = (): void => {
    readings.push(read());
    if (readings.length > BASELINE_MS / INTERVAL_MS) readings.shift();
  };
  const timer = window.setInterval(listen, INTERVAL_MS);
  const close = (): void => {
    window.clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  try {
    await context.resume();
    await waitFor(BASELINE_MS, signal);
  } catch (error) {
    close();
    throw error;
  }
  const levels = (from: readonly Reading[], hz: number): number[] =>
    from.map(({ bands }) => bands.get(hz) ?? -Infinity);
  const baselines = new Map(frequenciesHz.map((hz) => [hz, baselineOf(levels(readings, hz))]));
  const overall = readings.map((one) => one.overall);
  return {
    loudness: loudnessOf(percentile(overall, 0.5)),
    isTooLoud(frequencyHz) {
      const baseline = baselines.get(frequencyHz);
      const recent = levels(readings.slice(-PER_TRIAL), frequencyHz);
      return baseline !== undefined && hidesTones(recent, baseline, PER_SECOND);
    },
    close,
  };
};
