import { processTree } from '../process-tree';
import { isRoot } from '../project';
import { succeeds } from '../processes';

const PRIORITY = '5';

/**
 * Gives everything this process has started real-time priority, as a desktop's own service gives it to sound. Only
 * root may; without it, a busy machine breaks sound off more often.
 */
export const preferSound = (): void => {
  if (!isRoot || process.platform !== 'linux') return;
  for (const pid of processTree(process.pid).filter((each) => each !== process.pid)) {
    succeeds('chrt', ['--all-tasks', '--rr', '--pid', PRIORITY, String(pid)]);
  }
};
