/** Coefficients c0..c5 of spread = sum of c_i * (age - 18) ** i, in dB, above and below the median. */
interface Spread {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/**
 * Spread of hearing thresholds around the age median, ISO 7029:2017: two half-Gaussians, as transcribed in the
 * open-source package jmrplens/phonometry.
 */
const ISO_7029_SPREAD = {
  250: {
    male: {
      above: [5.27, 0.71, -0.0913, 0.00364, -5.74e-5, 3.22e-7],
      below: [3.32, 0.23, -0.0254, 0.0012, -2.27e-5, 1.46e-7],
    },
    female: {
      above: [5.01, 0.481, -0.0488, 0.0018, -2.81e-5, 1.67e-7],
      below: [3.11, 0.226, -0.00771, 9.83e-5, -7.11e-7, 9.02e-9],
    },
  },
  500: {
    male: {
      above: [4.98, 0.751, -0.092, 0.00368, -5.84e-5, 3.28e-7],
      below: [3.43, 0.362, -0.0411, 0.00187, -3.44e-5, 2.21e-7],
    },
    female: {
      above: [4.68, 0.51, -0.0516, 0.00195, -3.07e-5, 1.77e-7],
      below: [2.98, 0.338, -0.0174, 0.000353, -2.78e-6, 1.01e-8],
    },
  },
  1000: {
    male: {
      above: [4.42, 0.714, -0.0854, 0.00357, -5.82e-5, 3.29e-7],
      below: [3.77, 0.363, -0.0419, 0.00182, -3.14e-5, 1.89e-7],
    },
    female: {
      above: [4.34, 0.492, -0.0515, 0.00203, -3.18e-5, 1.78e-7],
      below: [3.15, 0.382, -0.0239, 0.000562, -4.6e-6, 9.87e-9],
    },
  },
  2000: {
    male: {
      above: [4.1, 0.632, -0.0753, 0.00346, -5.94e-5, 3.4e-7],
      below: [4.01, 0.387, -0.0447, 0.00187, -3.02e-5, 1.69e-7],
    },
    female: {
      above: [4.26, 0.456, -0.0491, 0.00201, -3.16e-5, 1.7e-7],
      below: [3.47, 0.392, -0.0284, 0.000779, -7.35e-6, 1.71e-8],
    },
  },
  3000: {
    male: {
      above: [4.29, 0.53, -0.0628, 0.00309, -5.37e-5, 2.95e-7],
      below: [4.11, 0.405, -0.0456, 0.00186, -2.83e-5, 1.46e-7],
    },
    female: {
      above: [4.36, 0.476, -0.0515, 0.00219, -3.51e-5, 1.91e-7],
      below: [3.69, 0.392, -0.0296, 0.000844, -7.55e-6, 8.16e-9],
    },
  },
  4000: {
    male: {
      above: [4.68, 0.455, -0.0552, 0.00295, -5.3e-5, 2.92e-7],
      below: [4.09, 0.439, -0.0478, 0.00192, -2.84e-5, 1.4e-7],
    },
    female: {
      above: [4.61, 0.477, -0.0507, 0.00219, -3.51e-5, 1.88e-7],
      below: [3.84, 0.402, -0.0317, 0.000999, -1.08e-5, 2.99e-8],
    },
  },
  6000: {
    male: {
      above: [5.61, 0.363, -0.0472, 0.00292, -5.58e-5, 3.12e-7],
      below: [4.01, 0.497, -0.0497, 0.00193, -2.67e-5, 1.18e-7],
    },
    female: {
      above: [5.22, 0.483, -0.0483, 0.00213, -3.39e-5, 1.74e-7],
      below: [4.04, 0.403, -0.0315, 0.00106, -1.21e-5, 3.44e-8],
    },
  },
  8000: {
    male: {
      above: [6.62, 0.291, -0.0416, 0.00292, -5.85e-5, 3.33e-7],
      below: [3.9, 0.559, -0.0562, 0.0024, -3.92e-5, 2.29e-7],
    },
    female: {
      above: [5.84, 0.516, -0.0489, 0.00218, -3.49e-5, 1.77e-7],
      below: [4.15, 0.413, -0.0301, 0.001, -9.97e-6, 8.74e-9],
    },
  },
} as const satisfies Record<number, Record<'male' | 'female', Spread>>;

/** A frequency whose spread is known, in Hz. */
export type SpreadFrequency = keyof typeof ISO_7029_SPREAD;

/** The polynomials collapse towards 80 years at high frequencies: from 3 kHz on they are held from 70 years. */
const LAST_YEARS_PAST_18 = { low: 62, high: 52 } as const;

/** Spread in dB above (`above`) or below the median at `age` years (18..80) and `frequencyHz`. */
export const spreadAt = (
  sex: 'male' | 'female',
  age: number,
  frequencyHz: SpreadFrequency,
  side: keyof Spread,
): number => {
  const last = frequencyHz >= 3000 ? LAST_YEARS_PAST_18.high : LAST_YEARS_PAST_18.low;
  const years = Math.min(Math.max(age - 18, 0), last);
  return ISO_7029_SPREAD[frequencyHz][sex][side].reduce(
    (sum, coefficient, power) => sum + coefficient * years ** power,
    0,
  );
};
