import type { Ear } from '../../hearing/hearing-test';

/** A pulsed tone that is asked for. */
export interface ToneRequest {
  readonly ear: Ear;
  readonly frequencyHz: number;
  readonly levelDbHl: number;
  /** On the audio clock, in seconds; in the past it means at once. */
  readonly at: number;
}

/** What became of a request for a tone. */
export interface ToneAnswer {
  /** When the first pulse begins, on the audio clock in seconds. */
  readonly onset: number;
  /** What it is played at, in dB HL: at most what was asked for. */
  readonly levelDbHl: number;
  /** Whether it is played, or will be, at the level asked for; if not, a later one may go further up. */
  readonly asAsked: boolean;
  /** Loud time used once it has been played whole, in seconds. */
  readonly loudSeconds: number;
}

/** The sounds of the pre-flight with a level of their own. */
export type CheckSound = 'burst' | 'leakage' | 'seal';

/** What the page asks the sound generator. It asks in dB HL: what comes out is the generator's own doing. */
export type SoundRequest =
  | ({ readonly type: 'tone'; readonly id: number } & ToneRequest)
  | {
      readonly type: 'check';
      readonly id: number;
      readonly sound: CheckSound;
      readonly ear: Ear;
    }
  | { readonly type: 'speech'; readonly levelDbFs: number }
  /** Ends the tone early without cutting it. */
  | { readonly type: 'release' }
  | { readonly type: 'silence' };

/** What the sound generator tells the page. */
export type SoundReport =
  | ({ readonly type: 'tone'; readonly id: number } & ToneAnswer)
  | { readonly type: 'ended'; readonly id: number };
