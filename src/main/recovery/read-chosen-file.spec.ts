import { expect, it } from 'vitest';
import { readChosenFile } from './read-chosen-file';

it.runIf(process.platform === 'linux')(
  'reads no more than it may of a file that says it is empty',
  async () => {
    await expect(readChosenFile('/proc/self/maps', 100, 'kit/too-large')).rejects.toThrow(
      'kit/too-large',
    );
  },
);
