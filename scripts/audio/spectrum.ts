/** In-place radix-2 FFT; the length is a power of two. */
const transform = (re: Float64Array, im: Float64Array): void => {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i += 1) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j]!, re[i]!];
      [im[i], im[j]] = [im[j]!, im[i]!];
    }
  }
  for (let size = 2; size <= n; size *= 2) {
    const angle = (-2 * Math.PI) / size;
    for (let start = 0; start < n; start += size) {
      for (let k = 0; k < size / 2; k += 1) {
        const [cos, sin] = [Math.cos(angle * k), Math.sin(angle * k)];
        const [a, b] = [start + k, start + k + size / 2];
        const [tre, tim] = [re[b]! * cos - im[b]! * sin, re[b]! * sin + im[b]! * cos];
        [re[b], im[b]] = [re[a]! - tre, im[a]! - tim];
        [re[a], im[a]] = [re[a]! + tre, im[a]! + tim];
      }
    }
  }
};

/** Magnitudes of a whole sound that begins and ends in silence, by bin; without a window, for it needs none. */
const magnitudes = (samples: Float32Array): Float64Array => {
  const length = 2 ** Math.ceil(Math.log2(samples.length * 2));
  const [re, im] = [new Float64Array(length), new Float64Array(length)];
  re.set(samples);
  transform(re, im);
  return re.subarray(0, length / 2).map((value, bin) => Math.hypot(value, im[bin]!));
};

/**
 * The strongest part of a sound an octave or more away from `frequencyHz`, in dB relative to its strongest part
 * at all: what would be heard as a click.
 */
export const splatterDb = (
  samples: Float32Array,
  frequencyHz: number,
  sampleRate: number,
): number => {
  const bins = magnitudes(samples);
  const binHz = sampleRate / 2 / bins.length;
  const [below, above] = [frequencyHz / 2 / binHz, (frequencyHz * 2) / binHz];
  let [strongest, away] = [0, 0];
  bins.forEach((magnitude, bin) => {
    strongest = Math.max(strongest, magnitude);
    if (bin <= below || bin >= above) away = Math.max(away, magnitude);
  });
  return 20 * Math.log10(away / strongest);
};
