import { useEffect, useRef, useState } from 'react';
import type { Calibration } from '../../../hearing/calibration';
import { useStops } from '../../app/use-page-events';
import { loadTestAudio } from '../../audio/load-test-audio';
import type { TestAudio } from '../../audio/test-audio';

/** The sound of one step of the pre-flight. */
export interface StepSound {
  /** There was none to be had when it was last asked for. */
  readonly isMissing: boolean;
  /** Opens the output device where that is still to do and plays; resolves false without sound. */
  readonly play: (sound: (audio: TestAudio) => void | Promise<void>) => Promise<boolean>;
}

/**
 * Opens sound at the first press that needs it; Esc and a hidden window silence it and tell `onSilenced`; it is
 * closed when the step is left.
 */
export const useSound = (
  calibration: Calibration,
  onSilenced: () => void = () => undefined,
): StepSound => {
  const [isMissing, setIsMissing] = useState(false);
  const opening = useRef<Promise<TestAudio> | null>(null);
  useStops(() => {
    opening.current?.then((audio) => audio.silence(), ignore);
    onSilenced();
  });
  useEffect(
    () => () => {
      opening.current?.then((audio) => audio.close(), ignore);
      opening.current = null;
    },
    [],
  );
  return {
    isMissing,
    async play(sound) {
      opening.current ??= loadTestAudio().then(({ openTestAudio }) => openTestAudio(calibration));
      try {
        await sound(await opening.current);
        setIsMissing(false);
        return true;
      } catch {
        opening.current = null;
        setIsMissing(true);
        return false;
      }
    },
  };
};

/** What could not be opened needs no closing. */
const ignore = (): void => undefined;
