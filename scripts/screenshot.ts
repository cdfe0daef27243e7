import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pngFromDump } from './desktop/picture';
import { trialScreen } from './desktop/trial';
import { runMain } from './report';

await runMain(async () => {
  const path = resolve(process.argv[2] ?? 'mimi-companion.png');
  writeFileSync(path, pngFromDump(readFileSync(trialScreen())));
  process.stdout.write(`${path}\n`);
  return Promise.resolve(0);
});
