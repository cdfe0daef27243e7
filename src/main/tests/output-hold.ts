import type { PauseReason } from '../../contract/pause-reasons';
import {
  NOTHING_TOLD,
  type AudioOutputPort,
  type OutputReading,
} from '../audio-output/audio-output';
import type { Clock } from '../mimi-core/ports';

const LOOK_EVERY_MS = 1000;
/** Volumes closer than this are the same: systems round them. */
const SAME_VOLUME = 0.005;

type Moved = Extract<PauseReason, 'device-changed' | 'volume-changed'>;

const movedFrom = (held: OutputReading, now: OutputReading): Moved | null => {
  if (held.id !== null && now.id !== held.id) return 'device-changed';
  if (held.volume === null) return null;
  const isSame = now.volume !== null && Math.abs(now.volume - held.volume) < SAME_VOLUME;
  return isSame ? null : 'volume-changed';
};

/** Holds the output where a test began: levels mean something only at one device and volume. */
export interface OutputHold {
  /** What was found in the pre-flight: the next test is held to it. Null: to what is there when it begins. */
  settle(found: OutputReading | null): void;
  /** What will be held, read unless it was settled. */
  take(): Promise<OutputReading>;
  /** What is different now; null: nothing. */
  moved(): Promise<Moved | null>;
  /** Looks every second and calls `report` once when something is different; until then or `release`. */
  watch(report: (reason: Moved) => void): void;
  /** Sets the volume back; answers what is different all the same. */
  restore(): Promise<Moved | null>;
  release(): void;
}

/**
 * Nothing is watched yet. Looking is asking anew each time: a program that follows changes would outlive an app that
 * is killed.
 */
export const createOutputHold = (output: AudioOutputPort, clock: Clock): OutputHold => {
  let held = NOTHING_TOLD;
  let settled: OutputReading | null = null;
  let watch = 0;
  let cancel = (): void => undefined;

  const moved = async (): Promise<Moved | null> => movedFrom(held, await output.read());

  const release = (): void => {
    watch += 1;
    cancel();
  };

  const lookLater = (report: (reason: Moved) => void): void => {
    const own = watch;
    cancel = clock.after(LOOK_EVERY_MS, () => {
      void moved().then((reason) => {
        if (own !== watch) return;
        if (reason === null) {
          lookLater(report);
          return;
        }
        release();
        report(reason);
      });
    });
  };

  return {
    settle: (found) => void (settled = found),
    take: async () => (held = settled ?? (await output.read())),
    moved,
    watch(report) {
      release();
      lookLater(report);
    },
    async restore() {
      const reason = await moved();
      if (reason !== 'volume-changed' || held.volume === null) return reason;
      return movedFrom(held, await output.setVolume(Math.min(1, held.volume)));
    },
    release,
  };
};
