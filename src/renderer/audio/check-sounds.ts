import type { Ear } from '../../hearing/hearing-test';
import type { CheckSound, SoundRequest } from './sound-messages';
import type { CheckSounds } from './test-audio';

/** The checks, and what keeps track of the one that is heard. */
export interface Checks {
  readonly sounds: CheckSounds;
  /** What was heard is over, or must be: whoever waits for it goes on. */
  readonly end: () => void;
  readonly noteEnded: (id: number) => void;
}

/** Asks the sound generator for the sounds of the pre-flight. */
export const createChecks = (ask: (request: SoundRequest) => void): Checks => {
  let lastId = 0;
  let running: { readonly id: number; readonly resolve: () => void } | null = null;

  const begin = (resolve: () => void): number => {
    end();
    lastId += 1;
    running = { id: lastId, resolve };
    return lastId;
  };
  const end = (): void => {
    running?.resolve();
    running = null;
  };
  const play = (sound: CheckSound, ear: Ear): Promise<void> =>
    new Promise((resolve) => ask({ type: 'check', id: begin(resolve), sound, ear }));

  return {
    sounds: {
      burst: (ear) => play('burst', ear),
      leakage: (ear) => play('leakage', ear),
      seal: (ear) => play('seal', ear),
      speech(levelDbFs) {
        const id = begin(() => undefined);
        ask({ type: 'speech', levelDbFs });
        return {
          setLevel(level) {
            if (running?.id === id) ask({ type: 'speech', levelDbFs: level });
          },
          stop() {
            if (running?.id !== id) return;
            end();
            ask({ type: 'silence' });
          },
        };
      },
    },
    end,
    noteEnded(id) {
      if (running?.id === id) end();
    },
  };
};
