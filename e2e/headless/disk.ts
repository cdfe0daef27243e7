import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What lies at a path, comparably; null when nothing does. Links are not followed. */
export const contentAt = (path: string): string | null => {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return null;
  if (stats.isSymbolicLink()) return `link to ${readlinkSync(path)}`;
  if (stats.isDirectory()) return `folder of ${readdirSync(path).join()}`;
  if (!stats.isFile()) return `mode ${stats.mode & 0o170000}`;
  return createHash('sha256').update(readFileSync(path)).digest('hex');
};

/** What lies in a folder: content by name. */
export const contentsOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    (existsSync(folder) ? readdirSync(folder) : []).map((name) => [
      name,
      contentAt(join(folder, name)) ?? 'gone',
    ]),
  );

/** What a start leaves behind that it should have tidied: temporary files, and a copy unlike its original. */
export const untidy = (folder: string): string[] => {
  const contents = contentsOf(folder);
  const left = [...contents.keys()].filter((name) => /\.tmp-|\.new\.db/.test(name));
  const main = contents.get('secrets.json');
  const copy = contents.get('secrets.json.bak');
  return [
    ...left.map((name) => `${name} is left over`),
    ...(main === copy ? [] : ['secrets.json and its copy differ']),
    ...[...contents.keys()]
      .filter((name) => /unreadable|corrupt/.test(name))
      .map((name) => `${name} was set aside`),
  ];
};
