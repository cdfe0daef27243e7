import { cacheFileOf, wrapped } from '../src/main/app/cached-code';
import { expect, test } from './support/test';

test('main is run from what was compiled while building', async ({ launch }) => {
  const { app } = await launch();
  const [head = '', tail = ''] = wrapped('THE CODE').split('THE CODE');
  const found = await app.evaluate(
    ({ app: electron }, around) => {
      const { createRequire } = process.getBuiltinModule('node:module');
      const { readdirSync, readFileSync } = process.getBuiltinModule('node:fs');
      const { Script } = process.getBuiltinModule('node:vm');
      // What the app changes once it is shown: a cache is taken only with the flags it was made with.
      process.getBuiltinModule('node:v8').setFlagsFromString('--bytecode-old-age=6');
      const folder = `${electron.getAppPath()}/out/main/chunks`;
      const names = readdirSync(folder).filter((name) => name.endsWith('.cjs'));
      const refused = names.filter((name) => {
        const code = readFileSync(`${folder}/${name}`, 'utf8');
        const cachedData = readFileSync(`${folder}/${name}${around.ending}`);
        const script = new Script(`${around.head}${code}${around.tail}`, { cachedData });
        return script.cachedDataRejected;
      });
      // Node has none of its own for such files.
      const { extensions } = createRequire(folder) as { readonly extensions: object };
      const isUsed = '.cjs' in extensions;
      return { isUsed, count: names.length, refused };
    },
    { head, tail, ending: cacheFileOf('') },
  );
  expect(found.isUsed).toBe(true);
  expect(found.refused).toEqual([]);
  expect(found.count).toBeGreaterThan(10);
});
