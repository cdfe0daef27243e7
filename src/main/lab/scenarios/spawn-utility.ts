import { utilityProcess } from 'electron';
// Built as an entry of its own, which shares no file with the app's.
import childPath from './child?modulePath';
import type { ChildMessage } from './protocol';
import type { Spawn } from './scratch-process';

/** How Electron tells of the end of a process that was killed, where the system has signals. */
const SIGKILL = 9;

/** Starts scratch processes as Electron's utility processes, which need no fuse and end with the app. */
export const spawnUtility: Spawn = () => {
  const child = utilityProcess.fork(childPath, [], {
    serviceName: 'Mimi Companion scenario',
    stdio: 'ignore',
  });
  return {
    kill() {
      const end = (): void => {
        if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
      };
      // It has no number before it runs.
      if (child.pid === undefined) child.once('spawn', end);
      else end();
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) =>
      void child.on('message', (message) => listener(message as ChildMessage)),
    onGone: (listener) =>
      void child.once('exit', (code) => listener(code === SIGKILL ? 'SIGKILL' : `code ${code}`)),
  };
};
