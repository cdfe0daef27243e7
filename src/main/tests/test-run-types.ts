import type { UnfinishedTestView } from '../../contract/ipc/snapshot';
import type { AudioOutput, TestAnswer, TestSetup, TestStep } from '../../contract/ipc/tests';
import type { Calibration } from '../../hearing/calibration';
import type { HearingTest } from '../../hearing/hearing-test';
import type { AudioOutputPort } from '../audio-output/audio-output';
import type { Clock } from '../mimi-core/ports';
import type { Checkpoints } from './checkpoint';

/** Makes a finished test last: it is on disk when this resolves. Throws AppError `secrets/*`, `session/no-user`. */
export type StoreTest = (userId: string, test: HearingTest) => Promise<unknown>;

/** What a running test needs from outside. */
export interface TestRunDeps {
  readonly checkpoints: Checkpoints;
  readonly clock: Clock;
  /** A uint32. */
  readonly randomSeed: () => number;
  readonly newTestId: () => string;
  readonly audioOutput: AudioOutputPort;
  readonly frequenciesHz: readonly number[];
  readonly user: () => { readonly userId: string; readonly yearOfBirth: number | null } | null;
  readonly storeTest: StoreTest;
  readonly changed: () => void;
}

/** The hearing test that runs or was left unfinished. The calls' errors are in the contract. */
export interface TestRun {
  /** The shown user's unfinished test. */
  view(): UnfinishedTestView | null;
  /** Names the user whose test to show; the one that runs stops and stays with its user. */
  show(userId: string | null): Promise<void>;
  begin(setup: TestSetup): Promise<TestStep>;
  resume(setup: { readonly calibration: Calibration }): Promise<TestStep>;
  answer(answer: TestAnswer): Promise<TestStep>;
  pause(): Promise<void>;
  goOn(): Promise<TestStep>;
  discard(): Promise<void>;
  output(): Promise<AudioOutput>;
  setVolume(volume: number): Promise<AudioOutput>;
  allowMicrophone(allowed: boolean): Promise<void>;
  microphoneAllowed(): boolean;
  /** The window is gone or loads again: what ran waits to be resumed, and the microphone is taken back. */
  leave(): void;
  /** Removes the unfinished tests of everybody else. Throws AppError `secrets/write-failed`. */
  keepOnly(userIds: readonly string[]): Promise<void>;
  dispose(): Promise<void>;
}
