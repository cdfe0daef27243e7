import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstLook } from './first-look';

const NOTHING = { theme: 'system', bounds: null };

describe('the first look at the settings file', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'settings-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (text: string): void => writeFileSync(join(folder, 'settings.json'), text);

  it('finds nothing where there is no file', () => expect(firstLook(folder)).toEqual(NOTHING));

  it('finds theme and place of the window', () => {
    const windowBounds = { x: -5, y: 1, width: 900, height: 700 };
    write(JSON.stringify({ theme: 'dark', language: 'de', windowBounds }));
    expect(firstLook(folder)).toEqual({ theme: 'dark', bounds: windowBounds });
  });

  it.each([
    '',
    'null',
    '[]',
    '"text"',
    '{',
    '{"theme":"pink","windowBounds":{"x":1,"y":2,"width":"9","height":3}}',
    '{"windowBounds":{"x":1.5,"y":2,"width":900,"height":700}}',
    '{"windowBounds":[1,2,3,4]}',
  ])('ignores what the app did not write: %s', (text) => {
    write(text);
    expect(firstLook(folder)).toEqual(NOTHING);
  });
});
