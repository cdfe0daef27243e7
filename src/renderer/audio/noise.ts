/** Peaks of a noise are cut at this many times its RMS, so that its level bounds its peaks. */
export const NOISE_CREST = 4;
const LOOP_SECONDS = 4;
const BUTTERWORTH_Q = Math.SQRT1_2;

type Filter = (samples: Float32Array) => void;

/** A second-order Butterworth filter (Robert Bristow-Johnson's cookbook), in place. It remembers what it heard last. */
const filter = (type: 'low-pass' | 'high-pass', cornerHz: number, sampleRate: number): Filter => {
  const omega = (2 * Math.PI * cornerHz) / sampleRate;
  const alpha = Math.sin(omega) / (2 * BUTTERWORTH_Q);
  const cos = Math.cos(omega);
  const sign = type === 'low-pass' ? 1 : -1;
  const gain = (1 - sign * cos) / 2;
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  return (samples) => {
    // Written out: this runs where sound is made, which must not wait.
    for (let index = 0; index < samples.length; index += 1) {
      const x = samples[index] ?? 0;
      const fed = gain * (x + sign * 2 * x1 + x2);
      const y = (fed + 2 * cos * y1 - (1 - alpha) * y2) / (1 + alpha);
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      samples[index] = y;
    }
  };
};

/** The same white noise every time, -1..1 (xorshift). */
const whiteNoise = (length: number): Float32Array => {
  const samples = new Float32Array(length);
  let state = 2463534242;
  for (let index = 0; index < length; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    samples[index] = state / 2 ** 31;
  }
  return samples;
};

const rmsOf = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);

/** Scaled to an RMS of 1 with no peak above `NOISE_CREST`: what cutting takes of the one is given back, and cut again. */
const levelled = (samples: Float32Array): Float32Array => {
  let even = samples;
  for (let times = 0; times < 3; times += 1) {
    const factor = 1 / rmsOf(even);
    even = even.map((one) => Math.max(-NOISE_CREST, Math.min(NOISE_CREST, one * factor)));
  }
  return even;
};

/** White noise through filters, as a loop without a seam: they have heard all of it once before. */
const filtered = (sampleRate: number, filters: readonly Filter[]): Float32Array => {
  const white = whiteNoise(Math.round(LOOP_SECONDS * sampleRate));
  const warmUp = white.slice();
  for (const samples of [warmUp, white]) filters.forEach((through) => through(samples));
  return white;
};

/** Noise from 500 Hz to 2 kHz, RMS 1: a loop of a few seconds. */
export const bandNoise = (sampleRate: number): Float32Array =>
  levelled(
    filtered(sampleRate, [
      filter('high-pass', 500, sampleRate),
      filter('low-pass', 2000, sampleRate),
    ]),
  );

/**
 * Noise with the long-term spectrum of speech, roughly (Byrne et al. 1994: even up to 500 Hz, falling by 9 dB an octave
 * above), that swells and pauses as syllables and phrases do. RMS 1: a loop of a few seconds.
 */
export const speechNoise = (sampleRate: number): Float32Array => {
  const steady = filtered(sampleRate, [
    filter('high-pass', 120, sampleRate),
    filter('low-pass', 600, sampleRate),
  ]);
  const swell = (perLoop: number, depth: number, index: number): number =>
    1 + depth * Math.sin((2 * Math.PI * perLoop * index) / steady.length);
  return levelled(
    steady.map((one, i) => one * swell(16, 0.7, i) * swell(9, 0.5, i) * swell(3, 0.3, i)),
  );
};
