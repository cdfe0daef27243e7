import { cpSync, lchownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { appUser } from './environment';
import type { TestHome } from './test-home';

/** Gives a folder and all in it to the user who runs the app. */
export function ownTree(folder: string): void {
  if (!appUser) return;
  lchownSync(folder, appUser.uid, appUser.gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, name), appUser.uid, appUser.gid);
  }
}

/** Puts a copy of one home's configuration in another, as if the app had been used there. */
export function copyHome(from: TestHome, to: TestHome): void {
  cpSync(from.env.XDG_CONFIG_HOME, to.env.XDG_CONFIG_HOME, {
    recursive: true,
    // Chromium's lock names the process that held it.
    filter: (path) => !/Singleton/.test(path),
  });
  ownTree(to.env.XDG_CONFIG_HOME);
}
