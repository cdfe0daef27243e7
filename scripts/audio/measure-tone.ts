import { splatterDb } from './spectrum';

/** What a recorded pulsed tone turned out to be. */
export interface MeasuredTone {
  /** Frames from the beginning of the recording to the first sample that is not silence. */
  readonly onset: number;
  readonly dbFs: number;
  readonly frequencyHz: number;
  readonly rampMs: number;
  /** What is left when the tone it should be is taken away, in dB relative to it. */
  readonly residualDb: number;
  /** See `splatterDb`; of the first pulse. */
  readonly splatterDb: number;
}

/** As it was asked for, in seconds. */
const PULSE = { count: 3, on: 0.2, off: 0.2 } as const;
const TOTAL = PULSE.count * PULSE.on + (PULSE.count - 1) * PULSE.off;
const RAMPS_MS = Array.from({ length: 31 }, (_, index) => 20 + index);

const envelope = (seconds: number, ramp: number): number => {
  if (seconds < 0 || seconds >= TOTAL) return 0;
  const within = seconds % (PULSE.on + PULSE.off);
  const progress = Math.min(within, PULSE.on - within) / ramp;
  return progress <= 0 ? 0 : progress >= 1 ? 1 : (1 - Math.cos(Math.PI * progress)) / 2;
};

/** First sample that is not silence; -1 where there is none. */
export const onsetOf = (samples: Float32Array): number => samples.findIndex((one) => one !== 0);

/** Level of the loudest sample, in dBFS. */
export const peakDbFs = (samples: Float32Array): number =>
  20 * Math.log10(samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0));

/** Amplitude and phase of `frequencyHz` in part of a sound. */
const correlate = (
  samples: Float32Array,
  from: number,
  length: number,
  frequencyHz: number,
  rate: number,
) => {
  let [re, im] = [0, 0];
  for (let n = from; n < from + length; n += 1) {
    const angle = (2 * Math.PI * frequencyHz * n) / rate;
    // A Hann window keeps what is not a whole number of periods out of the phase.
    const weight = 1 - Math.cos((2 * Math.PI * (n - from + 0.5)) / length);
    re += weight * samples[n]! * Math.cos(angle);
    im -= weight * samples[n]! * Math.sin(angle);
  }
  return { phase: Math.atan2(im, re), amplitude: (2 * Math.hypot(re, im)) / length };
};

/** From how the phase moves against that of the frequency expected, between two halves of a steady part. */
const frequencyOf = (
  samples: Float32Array,
  steady: number,
  expectedHz: number,
  rate: number,
): number => {
  const half = Math.round(0.06 * rate);
  const first = correlate(samples, steady, half, expectedHz, rate).phase;
  const second = correlate(samples, steady + half, half, expectedHz, rate).phase;
  const turned = Math.atan2(Math.sin(second - first), Math.cos(second - first));
  return expectedHz + (turned * rate) / (2 * Math.PI * half);
};

/** The carrier with both phases, as long as the train of pulses. */
const carrierOf = (frequencyHz: number, rate: number) => {
  const length = Math.round(TOTAL * rate);
  const angle = (n: number): number => (2 * Math.PI * frequencyHz * n) / rate;
  return {
    sin: Float64Array.from({ length }, (_, n) => Math.sin(angle(n))),
    cos: Float64Array.from({ length }, (_, n) => Math.cos(angle(n))),
  };
};

/** Fits the whole train of pulses with the ramp given; the phase is free. */
const fit = (
  samples: Float32Array,
  { sin, cos }: ReturnType<typeof carrierOf>,
  ramp: number,
  rate: number,
) => {
  const sums = { ss: 0, cc: 0, sc: 0, xs: 0, xc: 0, xx: 0 };
  for (let n = 0; n < sin.length; n += 1) {
    const weight = envelope(n / rate, ramp);
    const [s, c, x] = [weight * sin[n]!, weight * cos[n]!, samples[n] ?? 0];
    sums.ss += s * s;
    sums.cc += c * c;
    sums.sc += s * c;
    sums.xs += x * s;
    sums.xc += x * c;
    sums.xx += x * x;
  }
  const determinant = sums.ss * sums.cc - sums.sc ** 2;
  const a = (sums.xs * sums.cc - sums.xc * sums.sc) / determinant;
  const b = (sums.xc * sums.ss - sums.xs * sums.sc) / determinant;
  const left = Math.max(sums.xx - a * sums.xs - b * sums.xc, 0);
  return { amplitude: Math.hypot(a, b), residual: left / sums.xx };
};

/** Measures a tone that should be of this frequency; undefined where there is only silence. */
export const measureTone = (
  samples: Float32Array,
  expectedHz: number,
  rate: number,
): MeasuredTone | undefined => {
  const first = onsetOf(samples);
  if (first === -1) return undefined;
  // A sine under a ramp begins with a sample that is 0.
  const onset = Math.max(0, first - 1);
  const frequencyHz = frequencyOf(samples, onset + Math.round(0.04 * rate), expectedHz, rate);
  const carrier = carrierOf(frequencyHz, rate);
  let best = { rampMs: 0, amplitude: 0, residual: Number.POSITIVE_INFINITY };
  for (const rampMs of RAMPS_MS) {
    const one = fit(samples.subarray(onset), carrier, rampMs / 1000, rate);
    if (one.residual < best.residual) best = { rampMs, ...one };
  }
  const pulse = samples.subarray(onset, onset + Math.round((PULSE.on + PULSE.off / 2) * rate));
  return {
    onset,
    dbFs: 20 * Math.log10(best.amplitude),
    frequencyHz,
    rampMs: best.rampMs,
    residualDb: 10 * Math.log10(best.residual),
    splatterDb: splatterDb(pulse, expectedHz, rate),
  };
};
