import { expect, it } from 'vitest';
import { productionFolders } from './stage';

it('stages what the app may load: whole production packages, no development ones', () => {
  const lock = JSON.stringify({
    packages: {
      '': {},
      'node_modules/libsql': {},
      'node_modules/libsql/node_modules/detect': {},
      'node_modules/@libsql/linux-x64': { optional: true },
      'node_modules/vite': { dev: true },
      'node_modules/fsevents': { devOptional: true },
    },
  });
  expect(productionFolders(lock)).toEqual([
    'node_modules/@libsql/linux-x64',
    'node_modules/libsql',
  ]);
});
