import type { AudioOutput } from '../../contract/ipc/tests';

/** The output device and its volume, and what tells one device from another. */
export interface OutputReading extends AudioOutput {
  /** The same as long as sound comes out at the same place; null where the system does not tell. */
  readonly id: string | null;
}

/** Where a system tells nothing of its output. */
export const NOTHING_TOLD: OutputReading = { id: null, device: null, volume: null };

/** The system's default output. Nothing here throws: what a system does not tell is null. */
export interface AudioOutputPort {
  read(): Promise<OutputReading>;
  /** Sets the volume, 0..1, and takes off a mute; answers what became of it. */
  setVolume(volume: number): Promise<OutputReading>;
}

/** One way of reaching the output. Reading and setting reject where it cannot. */
export interface OutputTool {
  read(): Promise<OutputReading>;
  setVolume(volume: number): Promise<void>;
}
