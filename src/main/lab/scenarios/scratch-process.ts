import { AppError } from '../../../contract/errors';
import type { AnswerOf, AskMessage, AskName, ChildMessage, InputOf } from './protocol';

/** A process that has been started: Electron's utility process in the app, Node's own in specs. */
export interface RawProcess {
  /** Ends it at once and by its number, so that nothing gets to tidy up. */
  kill(): void;
  send(message: AskMessage): void;
  onMessage(listener: (message: ChildMessage) => void): void;
  onGone(listener: (how: string) => void): void;
}

/** Starts a scratch process. */
export type Spawn = () => RawProcess;

/** A scratch process as scenarios use it. */
export interface ScratchProcess {
  /** Asks and waits. Errors: those of what was asked; `lab/process-ended` when it is gone, `lab/process-stuck` after 20 s. */
  ask<N extends AskName>(name: N, input: InputOf<N>): Promise<AnswerOf<N>>;
  /** Resolves with the step at which it stands still. */
  readonly paused: Promise<string>;
  /** Ends it at once, as a power cut would, and resolves with how it ended. */
  kill(): Promise<string>;
  /** Resolves with how it ended. */
  readonly gone: Promise<string>;
}

/** Longer than anything here takes; what takes longer is stuck. */
const STUCK_MS = 20_000;

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: AppError) => void;
  readonly timer: NodeJS.Timeout;
}

/** Starts a process and speaks with it. */
export const openProcess = (spawn: Spawn): ScratchProcess => {
  const raw = spawn();
  const waiting = new Map<number, Waiting>();
  let seq = 0;
  let end: string | null = null;
  let tellPaused: (step: string) => void = () => undefined;
  const paused = new Promise<string>((resolve) => (tellPaused = resolve));

  /** Whoever waits for this answer waits no longer. */
  const take = (asked: number): Waiting | undefined => {
    const found = waiting.get(asked);
    waiting.delete(asked);
    clearTimeout(found?.timer);
    return found;
  };

  raw.onMessage((message) => {
    if (message.type === 'paused') {
      tellPaused(message.step);
      return;
    }
    const asked = take(message.seq);
    if (message.type === 'answer') asked?.resolve(message.value as never);
    else asked?.reject(new AppError(message.code));
  });

  const gone = new Promise<string>((resolve) =>
    raw.onGone((how) => {
      end = how;
      for (const asked of waiting.keys()) take(asked)?.reject(new AppError('lab/process-ended'));
      resolve(how);
    }),
  );

  return {
    ask: (name, input) =>
      new Promise((resolve, reject) => {
        if (end !== null) {
          reject(new AppError('lab/process-ended'));
          return;
        }
        const mine = (seq += 1);
        const giveUp = (): void => take(mine)?.reject(new AppError('lab/process-stuck'));
        waiting.set(mine, { resolve, reject, timer: setTimeout(giveUp, STUCK_MS) });
        raw.send({ seq: mine, name, input });
      }),
    paused,
    async kill() {
      if (end === null) raw.kill();
      return gone;
    },
    gone,
  };
};

/** Scratch processes, of which one is always started ahead: starting takes longer than most of what they do. */
export interface Spares {
  take(): ScratchProcess;
  /** Ends the one started ahead. */
  close(): Promise<void>;
}

/** Keeps one process ahead. */
export const createSpares = (spawn: Spawn): Spares => {
  let spare = openProcess(spawn);
  return {
    take() {
      const taken = spare;
      spare = openProcess(spawn);
      return taken;
    },
    async close() {
      await spare.kill();
    },
  };
};
