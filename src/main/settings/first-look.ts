import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Preferences } from '../../contract/ipc/preferences';
import type { WindowBounds } from './preferences-schema';

/** What a window needs before the preferences have been read and checked. */
export interface FirstLook {
  readonly theme: Preferences['theme'];
  readonly bounds: WindowBounds | null;
}

const MAX_BYTES = 64 * 1024;

const BOUNDS = ['x', 'y', 'width', 'height'] as const;

const isBounds = (value: unknown): value is WindowBounds =>
  typeof value === 'object' &&
  value !== null &&
  BOUNDS.every((name) => Number.isInteger((value as Record<string, unknown>)[name]));

/**
 * A look at the settings file that needs no validation code, which would hold the window up. Anything odd is
 * ignored here; the preferences store deals with it a moment later.
 */
export const firstLook = (folder: string): FirstLook => {
  try {
    const file = join(folder, 'settings.json');
    const facts = statSync(file);
    // Reading a pipe would wait for ever.
    if (!facts.isFile() || facts.size > MAX_BYTES) throw new Error('odd');
    const settings = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    const { theme, windowBounds } = settings as Record<string, unknown>;
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      bounds: isBounds(windowBounds) ? windowBounds : null,
    };
  } catch {
    return { theme: 'system', bounds: null };
  }
};
