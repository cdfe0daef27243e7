import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { needsFor, type Purpose } from './packages';

/** Names the libraries and commands that are missing on this Linux machine for a purpose. */
export function findMissing(purpose: Purpose, executable: string): readonly string[] {
  const { commands, libraries } = needsFor(purpose);
  const linked = unresolved(output('ldd', [executable]));
  const known = output('/sbin/ldconfig', ['-p']);
  const loaded = libraries.filter((name) => !known.includes(`\t${name} `));
  const fonts = existsSync('/usr/share/fonts') ? [] : ['a font'];
  return [...new Set([...linked, ...loaded]), ...commands.filter(isAbsent), ...fonts];
}

/** The library names that ldd could not resolve. */
export function unresolved(lddOutput: string): string[] {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

function isAbsent(command: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return !folders.some((folder) => existsSync(join(folder, command)));
}

function output(command: string, args: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout;
}
