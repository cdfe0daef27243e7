/**
 * Stands in for Electron's own default app, which the fallback runtime lacks: `electron <folder>`
 * starts the app in that folder under the app's own name, version and data folder.
 */
export const loaderSource = `import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const target = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (target === undefined) {
  console.log('Electron ' + process.versions.electron + ': give the folder of an app');
  app.exit(1);
} else {
  process.defaultApp = true;
  const path = resolve(target);
  await import(pathToFileURL(statSync(path).isDirectory() ? mainOf(path) : path).href);
}

function mainOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version ?? '0.0.0');
  app.setAppPath(folder);
  app.setPath('userData', join(app.getPath('appData'), app.getName()));
  return join(folder, manifest.main ?? 'index.js');
}
`;

/** The manifest beside it. */
export const loaderManifest = JSON.stringify({
  name: 'electron',
  version: '0.0.0',
  type: 'module',
  main: 'index.js',
});
