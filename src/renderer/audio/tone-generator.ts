import type { Calibration } from '../../hearing/calibration';
import { checkedCalibration, ceilingDbHl } from '../../hearing/ceilings';
import type { Ear } from '../../hearing/hearing-test';
import { amplitudeOf, toDbFs } from '../../hearing/levels';
import { bandNoise, speechNoise } from './noise';
import { PULSES_SECONDS, pulsesAt } from './pulses';
import type { CheckSound, ToneAnswer, ToneRequest } from './sound-messages';
import { SPEECH_LEVEL_DB_FS } from './speech-level';
import { createToneLimits } from './tone-limits';
import { createVoice, type Sound, type Voice } from './voice';

/** After a press the pulse is not cut but ends within this, in seconds. */
const RELEASE_SECONDS = 0.035;
/** When it has to be silent at once, in seconds. */
const SILENCE_SECONDS = 0.02;
/** Between the two tones of the seal check, in seconds. */
const SEAL_GAP_SECONDS = 0.4;
/**
 * Levels of the checks, in dB HL. At 40 dB HL, 125 Hz and 1 kHz are equally loud within 1 dB: 60.6 and 40.0 dB SPL on
 * the 40-phon contour of ISO 226:2003, less the thresholds 22.1 and 2.4.
 */
const CHECK_DB_HL = { burst: 45, leakage: 50, seal: 40 } as const;
/** How quickly the speech follows a change of its level, in seconds. */
const SPEECH_GLIDE_SECONDS = 0.03;
/** A sine's RMS, of its peak. */
const SINE_RMS = Math.SQRT1_2;

/** Makes every sample of the test. Plain arithmetic: it knows frames, not seconds or devices. */
export interface ToneGenerator {
  /** Sets the pulsed tone going; null for what is no tone, and then nothing is heard. It ends the sound before it. */
  playTone(request: ToneRequest, nowFrame: number): ToneAnswer | null;
  playCheck(sound: CheckSound, ear: Ear, nowFrame: number): void;
  /** Begins the speech-like noise, or changes its level. */
  speak(levelDbFs: number, nowFrame: number): void;
  release(nowFrame: number): void;
  silence(nowFrame: number): void;
  /** Whether anything is heard or will be from `nowFrame` on. */
  isSounding(nowFrame: number): boolean;
  /** Fills a block that begins at `nowFrame`. */
  render(left: Float32Array, right: Float32Array, nowFrame: number): void;
}

/** Throws RangeError for a calibration that no headphones can have. `loudSeconds`: how much was loud before. */
export const createToneGenerator = (
  given: Calibration,
  sampleRate: number,
  loudSeconds = 0,
): ToneGenerator => {
  const calibration = checkedCalibration(given);
  const limits = createToneLimits(calibration, loudSeconds);
  let burst: Float32Array | null = null;
  let murmur: Float32Array | null = null;
  let voices: Voice[] = [];
  let speech: { target: number } | null = null;
  let loudVoice: Voice | null = null;

  const inFrames = (seconds: number): number => Math.round(seconds * sampleRate);

  const fade = (nowFrame: number, seconds: number): void => {
    for (const voice of voices) voice.fade(nowFrame, inFrames(seconds));
    voices = voices.filter((voice) => voice.endFrame() > nowFrame);
    speech = null;
  };

  /** Ends what is heard, then begins: two sounds never overlap. */
  const begin = (sound: Omit<Sound, 'startFrame'>, at: number, nowFrame: number): Voice => {
    fade(nowFrame, SILENCE_SECONDS);
    const free = Math.max(nowFrame, ...voices.map((voice) => voice.endFrame()));
    const voice = createVoice({ ...sound, startFrame: Math.max(at, free) });
    voices.push(voice);
    return voice;
  };

  const sine = (frequencyHz: number, frame: number): number =>
    Math.sin((2 * Math.PI * frequencyHz * frame) / sampleRate);

  const pulsed = (amplitude: number, carrier: (frame: number) => number) => (frame: number) =>
    amplitude * pulsesAt(frame / sampleRate) * carrier(frame);

  const checkAmplitude = (sound: CheckSound, frequencyHz: number): number => {
    const level = Math.min(CHECK_DB_HL[sound], ceilingDbHl(calibration, frequencyHz));
    return amplitudeOf(toDbFs(calibration, frequencyHz, level));
  };

  const checkTone = (sound: CheckSound, frequencyHz: number) =>
    pulsed(checkAmplitude(sound, frequencyHz), (frame) => sine(frequencyHz, frame));

  const checkSound = (sound: CheckSound): Pick<Sound, 'frames' | 'sampleAt'> => {
    const frames = inFrames(PULSES_SECONDS);
    switch (sound) {
      case 'burst': {
        const noise = (burst ??= bandNoise(sampleRate));
        const carrier = (frame: number): number => (noise[frame % noise.length] ?? 0) * SINE_RMS;
        return { frames, sampleAt: pulsed(checkAmplitude(sound, 1000), carrier) };
      }
      case 'leakage':
        return { frames, sampleAt: checkTone(sound, 250) };
      case 'seal': {
        const second = inFrames(PULSES_SECONDS + SEAL_GAP_SECONDS);
        const [low, high] = [checkTone(sound, 125), checkTone(sound, 1000)];
        const sampleAt = (frame: number): number => low(frame) + high(frame - second);
        return { frames: second + frames, sampleAt };
      }
      default:
        return sound satisfies never;
    }
  };

  const speechSound = (running: { readonly target: number }): Omit<Sound, 'startFrame'> => {
    const glide = 1 - Math.exp(-1 / inFrames(SPEECH_GLIDE_SECONDS));
    const noise = (murmur ??= speechNoise(sampleRate));
    let level = 0;
    return {
      ear: 'both',
      frames: Number.POSITIVE_INFINITY,
      sampleAt(frame) {
        level += glide * (running.target - level);
        return level * (noise[frame % noise.length] ?? 0);
      },
    };
  };

  const render = (left: Float32Array, right: Float32Array, frame: number, index: number): void => {
    let [toLeft, toRight] = [0, 0];
    for (const voice of voices) {
      if (frame < voice.startFrame || frame >= voice.endFrame()) continue;
      const sample = limits.limit(voice.sampleAt(frame - voice.startFrame));
      if (voice.ear !== 'right') toLeft += sample;
      if (voice.ear !== 'left') toRight += sample;
      if (voice === loudVoice && sample !== 0) limits.countLoud(1 / sampleRate);
    }
    left[index] = limits.limit(toLeft);
    right[index] = limits.limit(toRight);
  };

  return {
    playTone({ ear, frequencyHz, levelDbHl, at }, nowFrame) {
      const allowed = limits.allow({ ear, frequencyHz, levelDbHl });
      if (!allowed || frequencyHz * 2 >= sampleRate || Number.isNaN(at)) return null;
      const sampleAt = pulsed(allowed.amplitude, (frame) => sine(frequencyHz, frame));
      const frames = inFrames(PULSES_SECONDS);
      const voice = begin({ ear, frames, sampleAt }, inFrames(at), nowFrame);
      loudVoice = allowed.loud ? voice : null;
      return {
        onset: voice.startFrame / sampleRate,
        levelDbHl: allowed.levelDbHl,
        asAsked: allowed.asAsked,
        loudSeconds: limits.loudSeconds() + (allowed.loud ? PULSES_SECONDS : 0),
      };
    },
    playCheck(sound, ear, nowFrame) {
      begin({ ear, ...checkSound(sound) }, nowFrame, nowFrame);
    },
    speak(levelDbFs, nowFrame) {
      const { least, most } = SPEECH_LEVEL_DB_FS;
      const level = Math.min(most, Math.max(least, levelDbFs));
      const target = Number.isNaN(level) ? 0 : amplitudeOf(level) * SINE_RMS;
      if (speech) {
        speech.target = target;
        return;
      }
      const running = { target };
      begin(speechSound(running), nowFrame, nowFrame);
      speech = running;
    },
    release: (nowFrame) => fade(nowFrame, RELEASE_SECONDS),
    silence: (nowFrame) => fade(nowFrame, SILENCE_SECONDS),
    isSounding: (nowFrame) => voices.some((voice) => voice.endFrame() > nowFrame),
    render(left, right, nowFrame) {
      voices = voices.filter((voice) => voice.endFrame() > nowFrame);
      left.forEach((_, index) => render(left, right, nowFrame + index, index));
    },
  };
};
