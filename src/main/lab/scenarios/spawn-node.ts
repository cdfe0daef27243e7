import { spawn as spawnChild } from 'node:child_process';
import type { ChildMessage } from './protocol';
import type { Spawn } from './scratch-process';

/** Starts scratch processes with Node itself, where there is no Electron. They end with this process. */
export const spawnWithNode =
  (childPath: string): Spawn =>
  () => {
    const child = spawnChild(process.execPath, [childPath], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    return {
      kill: () => void child.kill('SIGKILL'),
      send: (message) => void child.send(message, () => undefined),
      onMessage: (listener) =>
        void child.on('message', (message) => listener(message as ChildMessage)),
      onGone: (listener) =>
        void child.once('exit', (code, signal) => listener(signal ?? `code ${code ?? '?'}`)),
    };
  };
